// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Ghaf.Guest.Clock;

/// <summary>CLOCK_REALTIME, which .NET can read but not set.</summary>
internal sealed unsafe partial class WallClock : IWallClock
{
    private const int Realtime = 0;
    private const long Second = 1_000_000_000;

    /// <summary>struct timespec on all our architectures, which have 64 bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }

    public long Read()
    {
        Time time;
        return GetTime(Realtime, &time) == 0 ? (time.Seconds * Second) + time.Nanoseconds : throw Failure("read");
    }

    public void Set(long unixNanoseconds)
    {
        var time = new Time { Seconds = unixNanoseconds / Second, Nanoseconds = unixNanoseconds % Second };
        if (SetTime(Realtime, &time) != 0)
        {
            throw Failure("set");
        }
    }

    private static Win32Exception Failure(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new Win32Exception(error, $"The clock can't be {what}: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    [LibraryImport("libc", SetLastError = true, EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, Time* time);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "clock_settime")]
    private static partial int SetTime(int clock, Time* time);
}
