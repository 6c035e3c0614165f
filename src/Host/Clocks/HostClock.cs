// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Clocks;

/// <summary>Notices that the host's wall clock was stepped, or that the host slept: it moved otherwise than the monotonic one.</summary>
internal sealed class HostClock(TimeProvider time)
{
    /// <summary>More than adjusting a clock's rate does between two looks.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    private TimeSpan _apart = Apart(time);

    /// <summary>By how much it was stepped since the last look; null when it was not.</summary>
    public TimeSpan? Look()
    {
        var now = Apart(time);
        var step = now - _apart;
        _apart = now;
        return step.Duration() < Least ? null : step;
    }

    // Who is interrupted between the two readings tries again.
    private static TimeSpan Apart(TimeProvider time)
    {
        while (true)
        {
            var before = time.GetTimestamp();
            var wall = time.GetUtcNow();
            if (time.GetElapsedTime(before) < Least / 5)
            {
                return wall - DateTimeOffset.UnixEpoch - time.GetElapsedTime(0, before);
            }
        }
    }
}
