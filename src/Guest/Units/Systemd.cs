// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Processes;
using Grpc.Core;

namespace Ghaf.Guest.Units;

/// <summary>Asks the VM's systemd by its own tools. As root they need no D-Bus daemon.</summary>
internal sealed class Systemd(IRunProgram programs)
{
    private const string Systemctl = "/usr/bin/systemctl";
    private const string SystemdRun = "/usr/bin/systemd-run";
    private const int ErrorLength = 300;
    private static readonly TimeSpan ShowLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan JobLimit = TimeSpan.FromSeconds(25);

    /// <summary>systemd's word for the whole VM and its failed units; null when it does not answer.</summary>
    public async Task<(string State, IReadOnlyList<string> Failed)?> OverallAsync(CancellationToken cancellation)
    {
        var state = programs.RunAsync(Systemctl, ["show", "--property=SystemState"], ShowLimit, cancellation);
        var failed = programs.RunAsync(
            Systemctl, ["list-units", "--state=failed", "--all", "--full", "--plain", "--no-legend", "--no-pager"], ShowLimit, cancellation);
        var (stateResult, failedResult) = (await state.ConfigureAwait(false), await failed.ConfigureAwait(false));
        return stateResult.ExitCode == 0 && failedResult.ExitCode == 0
            && UnitState.PropertiesOf(stateResult.Output).TryGetValue("SystemState", out var word)
                ? (word, [.. failedResult.Output.Split('\n').Select(l => l.Trim().Split(' ')[0]).Where(n => n.Length > 0)])
                : null;
    }

    /// <summary>The units in the order of the names, also those that do not exist.</summary>
    /// <exception cref="RpcException">systemd does not answer.</exception>
    public async Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyList<string> units, CancellationToken cancellation) =>
        UnitState.Parse(await RunAsync(
            Systemctl, ["show", "--property=" + UnitState.Properties, "--", .. units], ShowLimit, cancellation).ConfigureAwait(false));

    /// <summary>A service of a user that exists only while it runs, and that can't become another.</summary>
    /// <exception cref="RpcException">It did not start.</exception>
    public Task StartAsync(string unit, string title, IReadOnlyList<string> command, CancellationToken cancellation) => RunAsync(
        SystemdRun,
        [
            $"--unit={unit}", $"--description={title}", "--collect", "--quiet", "--no-ask-password",

            // Otherwise systemd would replace $NAME in what a caller gave.
            "--expand-environment=no",
            "--property=DynamicUser=yes", "--property=NoNewPrivileges=yes", "--", .. command,
        ],
        JobLimit,
        cancellation);

    /// <exception cref="RpcException">It did not stop in time.</exception>
    public Task StopAsync(string unit, CancellationToken cancellation) =>
        RunAsync(Systemctl, ["stop", "--", unit], JobLimit, cancellation);

    /// <summary>Answers before it happens.</summary>
    public Task PowerOffAsync(CancellationToken cancellation) => RunAsync(Systemctl, ["--no-block", "poweroff"], ShowLimit, cancellation);

    /// <summary>Answers before it happens.</summary>
    public Task RebootAsync(CancellationToken cancellation) => RunAsync(Systemctl, ["--no-block", "reboot"], ShowLimit, cancellation);

    private async Task<string> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan limit, CancellationToken cancellation)
    {
        var result = await programs.RunAsync(program, arguments, limit, cancellation).ConfigureAwait(false);
        return result.ExitCode switch
        {
            0 => result.Output,
            null => throw new RpcException(new Status(
                StatusCode.DeadlineExceeded, $"{program} {arguments[0]} did not end within {limit.TotalSeconds:0} s.")),
            var code => throw new RpcException(new Status(
                StatusCode.Internal, $"{program} {arguments[0]} failed with exit code {code}: {EndOf(result.Error)}")),
        };
    }

    private static string EndOf(string error)
    {
        var text = error.Trim();
        return text.Length <= ErrorLength ? text : "…" + text[^ErrorLength..];
    }
}
