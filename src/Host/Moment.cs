// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host;

/// <summary>One moment on both clocks: the wall clock for people, the monotonic one to compute with.</summary>
/// <param name="Time">The host's wall clock.</param>
/// <param name="Monotonic">CLOCK_MONOTONIC, the clock of systemd's timestamps.</param>
internal readonly record struct Moment(DateTimeOffset Time, TimeSpan Monotonic)
{
    /// <summary>Now. On Linux the timestamps of <see cref="TimeProvider.System"/> are CLOCK_MONOTONIC.</summary>
    public static Moment Now(TimeProvider time)
        => new(time.GetUtcNow(), time.GetElapsedTime(0, time.GetTimestamp()));
}
