// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>The part of the page about the start of a VM.</summary>
internal static class GuestBootTable
{
    public static string Of(GuestBootResult result) => string.Create(CultureInfo.InvariantCulture, $"""

        ## A VM until it is ready

        {result.Vm} of vm-release, emulated directly, in turns with the same packages and files under Debian's kernel and the initrd of
        initramfs-tools. Medians of {result.Ours.Count} runs.

        | | Ghaf | stock |
        |---|---:|---:|
        | From the start of the emulator until multi-user.target | {result.OurSeconds:0.0} s | {result.StockSeconds:0.0} s |
        | Ratio (target: at most {GuestBootResult.Target}) | {result.Ratio:0.000}{(result.Reached ? "" : " **not reached**")} | |
        | Kernel | {MiB(result.OurKernelBytes)} | {MiB(result.StockKernelBytes)} |
        | Initrd | {MiB(result.OurInitrdBytes)} | {MiB(result.StockInitrdBytes)} |

        """);

    private static string MiB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");
}
