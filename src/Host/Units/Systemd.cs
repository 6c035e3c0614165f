// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.Units;

/// <summary>
/// Asks the host's systemd by its own tools. As root they speak to it directly through /run/systemd/private: the host has
/// no D-Bus daemon.
/// </summary>
internal sealed class Systemd(string invocationsDirectory = "/run/systemd/units") : ISystemd
{
    private static readonly TimeSpan ShowLimit = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<UnitSnapshot>> ShowAsync(IReadOnlyList<string> units, CancellationToken cancel)
    {
        var output = await HostCommand.RunAsync(
            ["systemctl", "show", "--property=" + UnitSnapshot.Properties, "--", .. units], ShowLimit, cancel).ConfigureAwait(false);
        return output.ExitCode == 0 ? UnitSnapshot.Parse(output.Text) : [];
    }

    public Task<CommandOutput> ManagerAsync(string properties, CancellationToken cancel)
        => HostCommand.RunAsync(["systemctl", "show", "--property=" + properties], ShowLimit, cancel);

    public Task<CommandOutput> DoAsync(string verb, string unit, TimeSpan limit, CancellationToken cancel)
        => HostCommand.RunAsync(["systemctl", verb, "--", unit], limit, cancel);

    public Task<CommandOutput> StopAsync(IReadOnlyList<string> units, TimeSpan limit, CancellationToken cancel)
        => HostCommand.RunAsync(["systemctl", "stop", "--", .. units], limit, cancel);

    public Task<CommandOutput> KillAsync(string unit, CancellationToken cancel)
        => HostCommand.RunAsync(["systemctl", "kill", "--signal=SIGKILL", "--kill-whom=main", "--", unit], ShowLimit, cancel);

    public Task<CommandOutput> EndAsync(bool reboot, CancellationToken cancel)
        => HostCommand.RunAsync(["systemctl", reboot ? "reboot" : "poweroff", "--no-block"], ShowLimit, cancel);

    public Task<CommandOutput> JournalAsync(string unit, int lines, bool ownWordsOnly, CancellationToken cancel)
        // --unit also gives what systemd itself says about the unit; the field's value only the unit's own processes.
        => HostCommand.RunAsync(
            ["journalctl", "--no-pager", "--quiet", "--output=cat", $"--lines={lines}", ownWordsOnly ? $"_SYSTEMD_UNIT={unit}" : $"--unit={unit}"],
            ShowLimit,
            cancel);

    public Task<CommandOutput> ListAsync(CancellationToken cancel)
        => HostCommand.RunAsync(["systemctl", "list-units", "--all", "--full", "--plain", "--no-legend", "--no-pager"], ShowLimit, cancel);

    public string? CurrentInvocation(string unit)
        // systemd keeps one link per running unit whose target is the id: no process is needed to read it.
        => new FileInfo(Path.Combine(invocationsDirectory, "invocation:" + unit)).LinkTarget;

    public bool IsRunning(int pid) => Directory.Exists($"/proc/{pid}");
}
