// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.Units;

/// <summary>What vmd needs of systemd; the boundary to processes.</summary>
internal interface ISystemd
{
    /// <summary>The state of all the units with one question; empty when systemd did not answer.</summary>
    Task<IReadOnlyList<UnitSnapshot>> ShowAsync(IReadOnlyList<string> units, CancellationToken cancel);

    /// <summary>Properties of systemd itself, a line each, for <see cref="Booting.BootTimesText"/>.</summary>
    Task<CommandOutput> ManagerAsync(string properties, CancellationToken cancel);

    /// <summary>start, stop or restart, waiting until it is done.</summary>
    Task<CommandOutput> DoAsync(string verb, string unit, TimeSpan limit, CancellationToken cancel);

    /// <summary>Stops the units at once, but in the reverse of their order where they have one, and waits until all are.</summary>
    Task<CommandOutput> StopAsync(IReadOnlyList<string> units, TimeSpan limit, CancellationToken cancel);

    /// <summary>SIGKILL for the unit's main process.</summary>
    Task<CommandOutput> KillAsync(string unit, CancellationToken cancel);

    /// <summary>Begins to power the machine off, or to start it anew, and returns at once.</summary>
    Task<CommandOutput> EndAsync(bool reboot, CancellationToken cancel);

    /// <summary>The last lines of a unit's journal: all of it, or only what its own processes said.</summary>
    Task<CommandOutput> JournalAsync(string unit, int lines, bool ownWordsOnly, CancellationToken cancel);

    /// <summary>All units in memory, a line each, for <see cref="Posture.UnitList"/>.</summary>
    Task<CommandOutput> ListAsync(CancellationToken cancel);

    /// <summary>The id of the unit's present run; null when it does not run.</summary>
    string? CurrentInvocation(string unit);

    /// <summary>Whether a process with this number lives.</summary>
    bool IsRunning(int pid);
}
