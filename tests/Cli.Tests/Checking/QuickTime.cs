// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Checking;

/// <summary>Waits end at once, and time passes by a second at each look.</summary>
internal sealed class QuickTime : TimeProvider
{
    private long _now;

    public override long GetTimestamp() => Interlocked.Add(ref _now, TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
}
