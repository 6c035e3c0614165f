// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A plan and a lock to a bootable disk. What was built before is taken from the store.</summary>
public sealed class DeviceBuilder
{
    // Modules that a guest needs before its root is there, and to tell the host that it is ready.
    private static readonly string[] GuestBootModules =
        ["virtio_blk", "erofs", "overlay", "vmw_vsock_virtio_transport"];

    private static readonly string[] HostBootModules = ["virtio_blk", "erofs", "overlay"];

    private readonly DevicePlan _plan;
    private readonly BuildOptions _options;
    private readonly BuildContext _context;

    private DeviceBuilder(DevicePlan plan, BuildOptions options, BuildContext context)
    {
        _plan = plan;
        _options = options;
        _context = context;
    }

    /// <summary>Builds the device's disk.</summary>
    /// <param name="packageLock">Has to have a set for each of <see cref="PackageRequests.For"/>.</param>
    /// <param name="fetch">Told how much of the packages is here.</param>
    /// <exception cref="GhafException">The lock does not fit, a package cannot be had, a tool failed, the disk is full.</exception>
    public static async Task<BuiltDevice> BuildAsync(
        DevicePlan plan, PackageLock packageLock, Store store, BuildOptions options, IBuildProgress progress,
        IProgress<FetchProgress>? fetch, CancellationToken cancellation)
    {
        using var fetching = new FetchPackages(store, new FetchOptions { Progress = fetch });
        var unpack = new UnpackPackage(store, fetching);
        var tools = await new Toolchain(store, unpack)
            .GetToolchainAsync(packageLock, PackageRequests.Toolchain, cancellation);
        var context = new BuildContext(store, packageLock, tools, unpack, progress);
        var disk = await new DeviceBuilder(plan, options, context).BuildDiskAsync(cancellation);
        return new BuiltDevice(disk.PathOf("disk.raw"), tools);
    }

    private async Task<StepResult> BuildDiskAsync(CancellationToken cancellation)
    {
        var daemon = PublishVmd.RunAsync(_context, _options.Checkout, cancellation);
        var hostKernel = await KernelAsync(PackageRequests.HostKernel(_plan), cancellation);
        var guestKernel = await KernelAsync(PackageRequests.GuestKernel(_plan), cancellation);
        var guestInitrd =
            await BuildInitrd.RunAsync(_context, "init-guest.sh", guestKernel, GuestBootModules, cancellation);
        var hostInitrd =
            await BuildInitrd.RunAsync(_context, "init-host.sh", hostKernel, HostBootModules, cancellation);
        var hostRoot = ComposeRoot.BaseAsync(_context, Set("host", PackageRequests.Host(_plan)), cancellation);
        var guestSet = Set("guest-base", PackageRequests.GuestBase(_plan));
        var guestBase = await ComposeRoot.BaseAsync(_context, guestSet, cancellation);
        var baseImage = await FormatErofs.RunAsync(
            _context, "guest-base", _context.Key("GuestBaseTree", 1).With("root", guestBase.Key),
            () => ComposeRoot.Read(guestBase), cancellation);
        var layers = new Dictionary<VmPlan, StepResult>();
        foreach (var vm in _plan.Vms)
        {
            var set = Set(vm.Name.Value, PackageRequests.Vm(_plan, vm));
            var layer = await ComposeRoot.LayerAsync(_context, set, guestSet, guestBase, cancellation);
            layers[vm] = await VmImage.RunAsync(_context, vm, layer, guestKernel, _options.ModuleFiles, cancellation);
        }

        var guest = new GuestImages(guestKernel, guestInitrd, baseImage, layers);
        var root = await HostImage.RunAsync(
            _context, _plan, await hostRoot, hostKernel, await daemon, guest, _options.ModuleFiles, cancellation);
        var commandLine =
            string.Join(' ', [.. _plan.Host.KernelArguments, $"ghaf.root=PARTLABEL={LayOutDisk.RootLabel(_plan)}"]);
        var uki = await LinkUki.RunAsync(_context, hostKernel, hostInitrd, commandLine, cancellation);
        return await LayOutDisk.RunAsync(_context, _plan, uki, root, cancellation);
    }

    private Task<Kernel> KernelAsync(IReadOnlyCollection<string> request, CancellationToken cancellation) =>
        Kernel.OpenAsync(_context, Set(request.Single(), request), cancellation);

    private PackageSet Set(string name, IReadOnlyCollection<string> request) =>
        new(name, _context.Lock.GetPackages(request));
}
