// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Measuring;

/// <summary>Runs commands one at a time and says what each took.</summary>
internal static class Measured
{
    // A run that takes longer is broken, not slow.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    public static async Task<(Timing Timing, CommandResult Result)> RunAsync(Command command, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Limit);
        var processor = ChildTime.Seconds();
        var clock = Stopwatch.StartNew();
        var result = await command.RunAsync(limited.Token);
        var wall = clock.Elapsed.TotalSeconds;
        return (new Timing(wall, ChildTime.Seconds() - processor), result);
    }
}
