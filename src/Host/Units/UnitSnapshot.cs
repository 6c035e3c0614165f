// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Host.Units;

/// <summary>
/// What systemd says about one unit. Read from <c>systemctl show</c>, one block of lines per unit:
/// <code>
/// Id=ghaf-vm-net-vm.service
/// ActiveState=active
/// SubState=running
/// </code>
/// </summary>
internal sealed record UnitSnapshot(
    string Id,
    string LoadState,
    string ActiveState,
    string SubState,
    string Result,
    int ExitCode,
    int ExitStatus,
    int MainPid,
    int Restarts,
    TimeSpan? StartedAt,
    string StatusText,
    string Invocation,
    long? MemoryUsed,
    bool HasJob)
{
    /// <summary>The properties to ask for.</summary>
    public const string Properties =
        "Id,LoadState,ActiveState,SubState,Result,ExecMainCode,ExecMainStatus,MainPID,NRestarts,"
        + "InactiveExitTimestampMonotonic,StatusText,InvocationID,MemoryCurrent,MemoryMax,CPUUsageNSec,Job";

    /// <summary>What the unit may use at most, in bytes; null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>What all its processes used together; null when there is no control group.</summary>
    public TimeSpan? ProcessorTime { get; init; }

    /// <summary>siginfo's CLD_EXITED: the main process ended by itself, so that the status is its exit code.</summary>
    public const int Exited = 1;

    /// <summary>Reads the whole output; a missing property takes the value it has for a unit that never ran.</summary>
    public static IReadOnlyList<UnitSnapshot> Parse(string output)
        => [.. output.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(ParseBlock).Where(unit => unit.Id.Length > 0)];

    private static UnitSnapshot ParseBlock(string block)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                values[line[..equals]] = line[(equals + 1)..];
            }
        }

        string Text(string key) => values.GetValueOrDefault(key, "");
        // “[not set]”, “infinity”, or the largest 64-bit number, when there is no control group or no limit.
        long? Number(string key) => long.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

        return new UnitSnapshot(
            Text("Id"),
            Text("LoadState"),
            Text("ActiveState"),
            Text("SubState"),
            Text("Result"),
            (int)(Number("ExecMainCode") ?? 0),
            (int)(Number("ExecMainStatus") ?? 0),
            (int)(Number("MainPID") ?? 0),
            (int)(Number("NRestarts") ?? 0),
            Number("InactiveExitTimestampMonotonic") is > 0 and var microseconds ? TimeSpan.FromMicroseconds(microseconds) : null,
            Text("StatusText"),
            Text("InvocationID"),
            Number("MemoryCurrent"),
            Text("Job").Length > 0)
        {
            MemoryLimit = Number("MemoryMax"),
            ProcessorTime = Number("CPUUsageNSec") is { } nanoseconds ? TimeSpan.FromTicks(nanoseconds / 100) : null,
        };
    }
}
