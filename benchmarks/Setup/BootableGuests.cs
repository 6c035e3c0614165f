// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Benchmarks.Runs;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Benchmarks.Setup;

/// <summary>
/// The same VM twice: as the release target has it, and of the same packages and files with Debian's kernel and the initrd that
/// Debian's initramfs-tools makes for it.
/// </summary>
internal sealed class BootableGuests(Workspace workspace, Store cache)
{
    private const string Target = "vm-release";
    private const string Name = "plain-vm";

    // What both are told, so that they say when they are ready.
    private static readonly string[] Telling = ["systemd.show_status=1"];

    public async Task<(string Toolchain, VmPlan Vm, BootableGuest Ours, BootableGuest Stock)> BuildAsync(CancellationToken cancellation)
    {
        var plan = PlanJson.Read((await Command.Of(Path.Combine(workspace.Checkout, "ghaf"), "plan", Target).RunAsync(cancellation)).Output);
        var vm = plan.Vms.Single(one => one.Name.Value == Name);
        var kept = await PackageLock.LoadAsync(Path.Combine(workspace.Checkout, PackageLock.FileName), cancellation);
        IReadOnlyCollection<string> stock = [.. PackageRequests.Vm(plan, vm), "linux-image-amd64", "initramfs-tools", "zstd"];
        var packageLock = await ResolveLock.RunAsync([stock, FormatExt4.Tools], new ResolveLockOptions { Keep = kept }, cancellation);
        using var fetch = new FetchPackages(cache);
        var unpack = new UnpackPackage(cache, fetch);
        var toolchain = await new Toolchain(cache, unpack).GetToolchainAsync(packageLock, PackageRequests.Toolchain, cancellation);
        await using var context = new BuildContext(cache, packageLock, toolchain, unpack, new ConsoleProgress());
        var theirs = await StockAsync(context, vm, stock, cancellation);
        return (toolchain, vm, await OursAsync(context, plan, vm, cancellation), theirs);
    }

    private ImmutableArray<string> FileFolders => [Path.Combine(workspace.Checkout, "modules", "files")];

    private async Task<BootableGuest> OursAsync(BuildContext context, DevicePlan plan, VmPlan vm, CancellationToken cancellation)
    {
        var set = new PackageSet("guest-base", context.Lock.GetPackages(PackageRequests.GuestBase(plan)));
        var root = await ComposeRoot.BaseAsync(context, set, cancellation);
        var image = await FormatErofs.RunAsync(
            context, "guest-base", context.Key("GuestBaseTree", 1).With("root", root.Key), () => ComposeRoot.Read(root), cancellation);
        var kernel = await OpenKernel.RunAsync(context, KernelRecipe.OfGuest(plan), FileFolders, cancellation);
        var own = new PackageSet(Name, context.Lock.GetPackages(PackageRequests.Vm(plan, vm)));
        var layer = await VmImage.RunAsync(
            context, vm, await ComposeRoot.LayerAsync(context, own, set, root, cancellation), kernel, FileFolders, workspace.Checkout, cancellation);
        var initrd = await BuildInitrd.RunAsync(context, "init-guest.sh", kernel, [], cancellation);
        return new(
            "ours", await SaveAsync("ours-vmlinuz", kernel.Image, cancellation), initrd.PathOf("initrd.cpio"),
            [("base", image.PathOf("root.erofs")), ("layer", layer.PathOf("root.erofs"))], [.. vm.KernelArguments, .. Telling]);
    }

    private async Task<BootableGuest> StockAsync(
        BuildContext context, VmPlan vm, IReadOnlyCollection<string> request, CancellationToken cancellation)
    {
        var root = await ComposeRoot.BaseAsync(context, new PackageSet("stock-guest", context.Lock.GetPackages(request)), cancellation);
        var files = new RootTree();
        ExtraFiles.AddTo(files, vm.Files, FileFolders);
        var image = await FormatExt4.RunAsync(
            context,
            "stock-guest",
            context.Key("StockTree", 1).With("root", root.Key).With("files", files.Digest()),
            () =>
            {
                var tree = ComposeRoot.Read(root);
                tree.Overlay(files, ExtraFiles.Part);
                return tree;
            },
            cancellation);
        var boot = ComposeRoot.Read(root);
        FileContent Of(string start) => boot.Entries.Single(entry => entry.Key.StartsWith(start, StringComparison.Ordinal)).Value.Content;
        return new(
            "stock", await SaveAsync("stock-vmlinuz", Of("boot/vmlinuz-"), cancellation), await SaveAsync("stock-initrd", Of("boot/initrd.img-"), cancellation),
            [("root", image.PathOf("root.ext4"))],
            ["root=/dev/vda", "rootfstype=ext4", "ro", "systemd.volatile=state", "console=ttyS0", "quiet", "reboot=t", "panic=-1", .. Telling]);
    }

    private async Task<string> SaveAsync(string name, FileContent content, CancellationToken cancellation)
    {
        var file = Path.Combine(Directory.CreateDirectory(workspace.Boot).FullName, name);
        await using var source = content.Open();
        await using var target = File.Create(file);
        await source.CopyToAsync(target, cancellation);
        return file;
    }
}
