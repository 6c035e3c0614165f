// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Reporting;
using Ghaf.Benchmarks.Runs;
using Ghaf.Benchmarks.Setup;
using Ghaf.Images;

namespace Ghaf.Benchmarks;

/// <summary>How long a VM of ours takes to be ready, and the same VM with Debian's stock kernel and initrd, in turns.</summary>
internal sealed class GuestBoot(Workspace workspace, Store cache, BenchmarkOptions options)
{
    /// <returns>Null if nothing is to be booted: then both guests are only built.</returns>
    public async Task<GuestBootResult?> RunAsync(CancellationToken cancellation)
    {
        var (toolchain, vm, ours, stock) = await new BootableGuests(workspace, cache).BuildAsync(cancellation);
        if (!options.Boot)
        {
            return null;
        }

        var boot = new BootGuest(toolchain, workspace.Boot, vm);
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var run = 1; run <= options.Runs; run++)
        {
            mine.Add(await boot.RunAsync(ours, cancellation));
            theirs.Add(await boot.RunAsync(stock, cancellation));
            Console.WriteLine($"Guest {vm.Name}: ours {mine[^1]:0.0} s, stock {theirs[^1]:0.0} s");
        }

        static long Size(string file) => new FileInfo(file).Length;
        return new(
            vm.Name.Value, mine, theirs, Size(ours.Kernel), Size(ours.Initrd), Size(stock.Kernel), Size(stock.Initrd));
    }
}
