// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Benchmarks.Measuring;

/// <summary>The processor time of all processes that we started and that have ended, with all theirs.</summary>
/// <remarks>
/// The kernel counts a process for its parent only if that waits for it. bubblewrap does not wait for the first process
/// inside, which then belongs to nobody; therefore we ask for such orphans and wait for them.
/// </remarks>
internal static partial class ChildTime
{
    private const int Children = -1;
    private const int AnyChild = -1;
    private const int DoNotWait = 1;
    private const int SetChildSubreaper = 36;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>To be called once, before anything is started.</summary>
    public static void AdoptOrphans()
    {
        if (SetOption(SetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new InvalidOperationException($"prctl: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>User and system time together, in seconds. Nothing that .NET has started may still run.</summary>
    public static double Seconds()
    {
        WaitForOrphans();

        // struct rusage begins with two struct timeval of two longs each; the rest is not used.
        Span<long> usage = stackalloc long[18];
        return GetUsage(Children, ref usage[0]) == 0
            ? usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6
            : throw new InvalidOperationException($"getrusage: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static void WaitForOrphans()
    {
        var deadline = DateTime.UtcNow + Limit;
        while (DateTime.UtcNow < deadline)
        {
            switch (WaitForChild(AnyChild, 0, DoNotWait))
            {
                case < 0:
                    return;
                case 0:
                    Thread.Sleep(10);
                    break;
                default:
                    break;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, ref long usage);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitForChild(int process, nint status, int options);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int SetOption(int option, nuint a, nuint b, nuint c, nuint d);
}
