// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Checking;

/// <summary>Each look at it is ten seconds later than the one before, and nobody waits for it.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Add(ref _looks, 10);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, TimeSpan.Zero, period);
}
