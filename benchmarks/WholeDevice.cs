// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Reporting;
using Ghaf.Benchmarks.Runs;
using Ghaf.Benchmarks.Setup;
using Ghaf.Images;

namespace Ghaf.Benchmarks;

/// <summary>A device from fetched packages to VMs at rest.</summary>
internal sealed class WholeDevice(Workspace workspace, Store cache, BenchmarkOptions options)
{
    public async Task<DeviceResult> RunAsync(string target, CancellationToken cancellation)
    {
        var packageLock = await PackageLock.LoadAsync(Path.Combine(workspace.Checkout, PackageLock.FileName), cancellation);
        using var fetch = new FetchPackages(cache);
        await fetch.RunAsync(packageLock, [.. packageLock.Packages.Values], cancellation);
        var toolchain = await new Toolchain(cache, new UnpackPackage(cache, fetch))
            .GetToolchainAsync(packageLock, PackageRequests.Toolchain, cancellation);
        await ScratchStore.MakeAsync(workspace, cache, toolchain, cancellation);

        if (options.KernelsReady)
        {
            await KernelsReady.LinkAsync(workspace, cache, target, cancellation);
        }

        // Builds the tool, if it has to be, outside of what is measured.
        var ghaf = new GhafBuild(workspace.Checkout, workspace.Store);
        await ghaf.Of("--version").RunAsync(cancellation);
        var build = await ghaf.RunAsync(target, cancellation);
        Console.WriteLine($"Ghaf, {target}: {build.Timing.Wall:0.0} s, {build.Timing.Processor:0.0} s of processors");
        var rest = options.Boot
            ? await new RunDevice(ghaf, Path.Combine(workspace.Root, "run")).RunAsync(target, cancellation)
            : null;
        return new DeviceResult
        {
            Target = target,
            Build = build,
            Disk = await DiskSize.OfAsync(build.Disk, cancellation),
            Parts = PartsOf(workspace.Store),
            Rest = rest,
        };
    }

    // The store is new: each of these is there once.
    private static SortedDictionary<string, long> PartsOf(string store)
    {
        var parts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var step in Directory.EnumerateDirectories(Path.Combine(store, "steps")))
        {
            foreach (var file in (string[])["root.erofs", "vmd", "host.efi", "initrd.cpio", "vmlinuz"])
            {
                if (new FileInfo(Path.Combine(step, file)) is { Exists: true } part)
                {
                    parts[Path.GetFileName(step).Split('-', 2)[1]] = part.Length;
                }
            }
        }

        return parts;
    }
}
