// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Benchmarks.Measuring;

/// <summary>The processor time of all processes that we started and that have ended, with all theirs.</summary>
internal static partial class ChildTime
{
    private const int Children = -1;

    /// <summary>User and system time together, in seconds.</summary>
    public static double Seconds()
    {
        // struct rusage begins with two struct timeval of two longs each; the rest is not used.
        Span<long> usage = stackalloc long[18];
        return GetUsage(Children, ref usage[0]) == 0
            ? usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6
            : throw new InvalidOperationException($"getrusage: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, ref long usage);
}
