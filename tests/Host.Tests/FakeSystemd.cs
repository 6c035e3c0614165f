// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

/// <summary>A systemd with the units that a test gives it; it writes down what it is told to do.</summary>
internal sealed class FakeSystemd : ISystemd
{
    private readonly TaskCompletionSource<bool> _ended = new();

    public Dictionary<string, UnitSnapshot> Units { get; } = [];

    public List<string> Orders { get; } = [];

    public string Journal { get; set; } = "";

    public int ExitCode { get; set; }

    public Task<IReadOnlyList<UnitSnapshot>> ShowAsync(IReadOnlyList<string> units, CancellationToken cancel)
        => Task.FromResult<IReadOnlyList<UnitSnapshot>>([.. units.Where(Units.ContainsKey).Select(unit => Units[unit])]);

    public Task<CommandOutput> DoAsync(string verb, string unit, TimeSpan limit, CancellationToken cancel) => Note($"{verb} {unit}");

    public Task<CommandOutput> StopAsync(IReadOnlyList<string> units, TimeSpan limit, CancellationToken cancel) =>
        Note($"stop {string.Join(' ', units)}");

    public Task<CommandOutput> KillAsync(string unit, CancellationToken cancel) => Note($"kill {unit}");

    /// <summary>Completes when the machine is told to end: with whether it is to start anew.</summary>
    public Task<bool> Ended => _ended.Task;

    public Task<CommandOutput> EndAsync(bool reboot, CancellationToken cancel)
    {
        _ended.TrySetResult(reboot);
        return Task.FromResult(new CommandOutput(0, ""));
    }

    public Task<CommandOutput> JournalAsync(string unit, int lines, bool ownWordsOnly, CancellationToken cancel)
        => Task.FromResult(new CommandOutput(0, Journal));

    public Queue<string> Manager { get; } = [];

    public Task<CommandOutput> ManagerAsync(string properties, CancellationToken cancel) =>
        Task.FromResult(Manager.TryDequeue(out var answer) ? new CommandOutput(0, answer) : new CommandOutput(1, "no answer"));

    public string UnitTable { get; set; } = "";

    public Task<CommandOutput> ListAsync(CancellationToken cancel) => Task.FromResult(new CommandOutput(UnitTable.Length > 0 ? 0 : 1, UnitTable));

    public string? CurrentInvocation(string unit) => Units.GetValueOrDefault(unit)?.Invocation;

    public bool IsRunning(int pid) => Units.Values.Any(unit => unit.MainPid == pid);

    private Task<CommandOutput> Note(string order)
    {
        Orders.Add(order);
        return Task.FromResult(new CommandOutput(ExitCode, ExitCode == 0 ? "" : "Job failed.\n"));
    }
}
