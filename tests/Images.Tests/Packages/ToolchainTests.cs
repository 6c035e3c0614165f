// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Exec;

namespace Ghaf.Images.Tests;

/// <summary>The whole lower half with Debian's real archive. Keeps its store in GHAF_TEST_STORE if that is set.</summary>
[Trait("Category", "Network")]
public sealed class ToolchainTests(ITestOutputHelper output)
{
    private static readonly string[][] Trials =
    [
        ["bwrap", "--version"], ["mkfs.erofs", "--version"], ["python3", "-c", "import pefile, json; print('ok')"],
        ["ukify", "--version"], ["systemd-repart", "--version"], ["qemu-system-x86_64", "--version"], ["mcopy", "--version"],
        ["cpio", "--version"], ["kmod", "--version"], ["depmod", "--version"], ["dnsmasq", "--version"],
        ["busybox", "true"], ["mkfs.vfat", "--help"], ["xz", "--version"], ["bash", "-c", "exit 0"],
        ["veritysetup", "--version"], ["/usr/lib/systemd/systemd-sbsign", "--version"], ["virt-fw-vars", "--help"], ["swtpm", "--version"],
        ["env", "LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", "FAKETIME=2001-02-03 04:05:06", "date"],
    ];

    [Fact]
    public async Task Locks_fetches_unpacks_and_enters_a_toolchain()
    {
        using var scratch = new ScratchFolder();
        var store = new Store(Environment.GetEnvironmentVariable("GHAF_TEST_STORE") ?? scratch.Path);
        var clock = Stopwatch.StartNew();
        var packageLock = await ResolveLock.RunAsync([PackageRequests.Toolchain, ["?essential", "apt"]]);
        output.WriteLine($"lock: {clock.Elapsed.TotalSeconds:0.0} s, {packageLock.Packages.Count} packages");
        await packageLock.SaveAsync(scratch.File("ghaf.lock"));

        using var fetch = new FetchPackages(store);
        clock.Restart();
        var packages = packageLock.GetPackages(PackageRequests.Toolchain);
        await fetch.RunAsync(packageLock, packages);
        var megabytes = packages.Sum(package => package.Size) / 1e6;
        output.WriteLine($"fetch: {clock.Elapsed.TotalSeconds:0.0} s, {packages.Length} packages, {megabytes:0} MB");

        clock.Restart();
        var unpack = new UnpackPackage(store, fetch);
        var folders = await unpack.RunAsync(packageLock, packages);
        var plain = folders.Sum(folder => new FileInfo(Path.Combine(folder, "data.tar")).Length) / 1e6;
        output.WriteLine($"unpack: {clock.Elapsed.TotalSeconds:0.0} s, {plain:0} MB, {plain / clock.Elapsed.TotalSeconds:0} MB/s");

        clock.Restart();
        var root = await new Toolchain(store, unpack).GetToolchainAsync(packageLock, PackageRequests.Toolchain);
        output.WriteLine($"extract: {clock.Elapsed.TotalSeconds:0.0} s");

        var sandbox = new Sandbox { ToolchainRoot = root, FilterFolder = scratch.File("sandbox") };
        foreach (var trial in Trials)
        {
            clock.Restart();
            var result = await sandbox.Wrap(trial[0], trial.Skip(1)).RunAsync();
            output.WriteLine($"{trial[0]}: {result.Output.Split('\n')[0]} ({clock.ElapsedMilliseconds} ms)");
        }
    }
}
