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

    // The disk's own are the machine's.
    private static readonly string[] HostBootModules = ["erofs", "overlay"];

    private readonly DevicePlan _plan;
    private readonly BuildOptions _options;
    private readonly BuildContext _context;
    private BuiltImages? _images;
    private VerityTable? _table;

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
        Lzma.Prefer(tools);
        await using var context = new BuildContext(store, packageLock, tools, unpack, progress);
        var builder = new DeviceBuilder(plan, options, context);
        var disk = await builder.BuildDiskAsync(cancellation);
        var firmware = options.ForEmulator ? await EnrollFirmware.RunAsync(context, options.Signer.Enrolled, cancellation) : null;
        return new BuiltDevice(disk.PathOf("disk.raw"), tools, builder._images!, builder._table!.RootHash)
        {
            FirmwareVariables = firmware?.PathOf("variables.fd"),
        };
    }

    private async Task<StepResult> BuildDiskAsync(CancellationToken cancellation)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var composed = ComposeRoot.BaseAsync(_context, Set("host", PackageRequests.Host(_plan)), failed.Token);
        var opening = OpenKernel.RunAsync(_context, KernelRecipe.OfHost(_plan), _options.FileFolders, failed.Token);
        var guests = _plan.Vms.IsEmpty ? Task.FromResult<GuestImages?>(null) : BuildGuestsAsync(failed.Token);
        var modules = HostModulesAsync(opening, failed.Token);
        await AllOrNoneAsync([composed, modules, guests], failed);
        var kernel = await opening;
        var root = await HostImage.RunAsync(
            _context, _plan, await composed, await modules, await guests, _options, cancellation);
        _images = BuiltImages.Of(root, await guests);
        var verity = await SealVerity.RunAsync(_context, root, cancellation);
        var table = await SealVerity.ReadAsync(verity, root, cancellation);
        _table = table;
        var uki = await LinkUkiAsync(kernel, table, cancellation);
        var programs = await SignBoot.RunAsync(_context, uki, _options.Signer, cancellation);
        var measured = _plan.Vms.Any(vm => vm.KeepsState)
            ? await SignMeasurements.RunAsync(_context, uki, _options.Measurements, cancellation)
            : null;
        return await LayOutDisk.RunAsync(
            _context, _plan, new DiskContent(programs, root, verity, table, measured), _options.Signer.Enrolled, cancellation);
    }

    private async Task<StepResult> HostModulesAsync(Task<Kernel> kernel, CancellationToken cancellation) =>
        await SelectModules.RunAsync(_context, "host", await kernel, _plan.Host.KernelModules, cancellation);

    private async Task<StepResult> LinkUkiAsync(Kernel kernel, VerityTable table, CancellationToken cancellation)
    {
        // The boot loader's variables would have systemd look for partitions to mount; the host mounts what it needs itself.
        string[] arguments = [.. _plan.Host.KernelArguments, "systemd.gpt_auto=no"];
        if (kernel.IsCompiled)
        {
            return await LinkUki.RunAsync(_context, kernel, null, [.. arguments, .. table.KernelArguments], cancellation);
        }

        var initrd = await BuildInitrd.RunAsync(
            _context, "init-host.sh", kernel, [.. HostBootModules, .. _plan.Host.BootModules], cancellation);
        return await LinkUki.RunAsync(
            _context, kernel, initrd, [.. arguments, $"ghaf.root=PARTLABEL={Partitions.RootLabel(_plan)}"], cancellation);
    }

    private async Task<GuestImages?> BuildGuestsAsync(CancellationToken cancellation)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var daemon = PublishVmd.RunAsync(_context, _options.Sources, failed.Token);
        var agent = PublishNative.RunAsync(_context, GuestPrograms.Guestd, _options.Sources, failed.Token);
        var set = Set("guest-base", PackageRequests.GuestBase(_plan));
        var root = ComposeRoot.BaseAsync(_context, set, failed.Token);
        var opening = OpenKernel.RunAsync(_context, KernelRecipe.OfGuest(_plan), _options.FileFolders, failed.Token);
        await AllOrNoneAsync([root, opening], failed);
        var kernel = await opening;
        var initrd = BuildInitrd.RunAsync(_context, "init-guest.sh", kernel, BootModulesOfGuests(), failed.Token);
        var image = GuestBaseImage.RunAsync(_context, await root, agent, failed.Token);
        var layers = _plan.Vms.ToDictionary(
            vm => vm, vm => VmLayerAsync(vm, set, root.Result, kernel, failed.Token));
        await AllOrNoneAsync([daemon, initrd, image, .. layers.Values], failed);
        return new GuestImages(
            await daemon, kernel, await initrd, await image, layers.ToDictionary(l => l.Key, l => l.Value.Result));
    }

    // All VMs share one initrd; only QEMU's microvm has its disks on no PCI bus.
    private string[] BootModulesOfGuests() =>
        _plan.Vms.Any(vm => vm is { Hypervisor: Hypervisor.Qemu, Machine: MachineType.Microvm })
            ? ["virtio_mmio", .. GuestBootModules]
            : GuestBootModules;

    private async Task<StepResult> VmLayerAsync(
        VmPlan vm, PackageSet baseSet, StepResult baseRoot, Kernel kernel, CancellationToken cancellation)
    {
        var set = Set(vm.Name.Value, PackageRequests.Vm(_plan, vm));
        var layer = await ComposeRoot.LayerAsync(_context, set, baseSet, baseRoot, cancellation);
        return await VmImage.RunAsync(_context, vm, layer, kernel, _options.FileFolders, _options.Sources, cancellation);
    }

    // When one step fails the others are stopped, and only then is the failure reported: nothing runs on unseen.
    private static async Task AllOrNoneAsync(IReadOnlyList<Task> steps, CancellationTokenSource others)
    {
        var running = steps.ToList();
        while (running.Count > 0)
        {
            var done = await Task.WhenAny(running);
            running.Remove(done);
            if (!done.IsCompletedSuccessfully)
            {
                await others.CancelAsync();
                await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default);
                await done;
            }
        }
    }

    private PackageSet Set(string name, IReadOnlyCollection<string> request) =>
        new(name, _context.Lock.GetPackages(request));
}
