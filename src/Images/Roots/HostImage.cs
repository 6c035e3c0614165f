// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text;
using Ghaf.Model;
using Ghaf.Runners;
using Ghaf.Runners.Scripts;
using Ghaf.Runners.Units;

namespace Ghaf.Images;

/// <summary>The host's root: its packages and files, its daemon, and the images of all VMs.</summary>
internal static class HostImage
{
    private const int Revision = 2;
    private const int ReadOnlyFile = 0b100_100_100;
    private const int Program = 0b101_101_101;

    /// <param name="modules">The result of <see cref="SelectModules"/>.</param>
    /// <param name="guests">Null for a device without VMs, which then has no VM manager either.</param>
    public static async Task<StepResult> RunAsync(
        BuildContext context, DevicePlan plan, StepResult root, StepResult modules, GuestImages? guests, BuildOptions options,
        CancellationToken cancellation)
    {
        var files = new RootTree();
        ExtraFiles.AddTo(files, plan.Host.Files, options.FileFolders);
        
        // Where values come from is for the author: a moved line must not change the image.
        files.Set(HostPaths.Plan, Text(PlanJson.Write(plan with { Origins = [] })));
        if (plan.Vms.Any(vm => vm.KeepsState))
        {
            files.Set(HostPaths.PcrPublicKey, Text(options.Measurements.PublicKey));
        }

        if (guests is not null)
        {
            ExtraFiles.AddTo(files, HostUnits.For(plan), options.FileFolders);

            // They are for people at a shell, which a reduced host does not have.
            ExtraFiles.AddTo(files, plan.Host.Reduced ? [] : plan.Vms.SelectMany(vm => VmScripts.For(plan, vm)), options.FileFolders);
        }

        var key = context.Key("HostTree", Revision)
            .With("reduction", plan.Host.Reduced ? [$"{ReduceRoot.Revision} {CheckClosure.Revision}", .. plan.Host.KeptFiles] : [])
            .With("root", root.Key).With("modules", modules.Key).With("files", files.Digest());
        return await FormatErofs.RunAsync(
            context,
            "host",
            guests?.AddTo(key) ?? key,
            () =>
            {
                var tree = ComposeRoot.Read(root);
                if (plan.Host.Reduced)
                {
                    ReduceRoot.Run(tree, plan.Host.KeptFiles, plan.Host.Packages);
                }

                tree.Overlay(FolderTree.Read(modules.PathOf("lib"), "usr/lib"), SelectModules.Part);
                tree.Overlay(files, ExtraFiles.Part);
                AddUsers(tree, plan);
                AddGuests(tree, guests);
                if (plan.Host.Reduced)
                {
                    CheckClosure.Run("the host", tree);
                }

                return tree;
            },
            cancellation);
    }

    private static void AddGuests(RootTree tree, GuestImages? guests)
    {
        if (guests is null)
        {
            return;
        }

        tree.Set(HostPaths.Vmd, Copy(guests.Vmd.PathOf("vmd"), PartKind.Own, "vmd", Program));
        tree.Set(HostPaths.GuestKernel, new RootEntry(RootEntryKind.File, ReadOnlyFile)
        {
            Content = guests.Kernel.Image,
            Owner = new PartName(PartKind.Vm, "kernel"),
        });
        tree.Set(HostPaths.GuestInitrd, Copy(guests.Initrd.PathOf("initrd.cpio"), PartKind.Vm, "initrd"));
        tree.Set(HostPaths.GuestBase, Copy(guests.Base.PathOf("root.erofs"), PartKind.Vm, BuiltImages.SharedBase));
        foreach (var (vm, layer) in guests.Layers)
        {
            tree.Set(HostPaths.Layer(vm), Copy(layer.PathOf("root.erofs"), PartKind.Vm, vm.Name.Value));
        }
    }

    private static void AddUsers(RootTree tree, DevicePlan plan)
    {
        var (passwd, group) = HostUnits.Users(plan);
        Append(tree, "etc/passwd", passwd);
        Append(tree, "etc/group", group);
    }

    private static void Append(RootTree tree, string path, string lines)
    {
        var entry = tree[path] ?? throw new InvalidOperationException($"The host's root has no /{path}.");
        using var reader = new StreamReader(entry.Content.Open(), Encoding.UTF8);
        tree.Set(path, entry with { Content = FileContent.Of(reader.ReadToEnd() + lines) });
    }

    private static RootEntry Text(string content) =>
        new(RootEntryKind.File, ReadOnlyFile) { Content = FileContent.Of(content) };

    private static RootEntry Copy(string file, PartKind kind, string name, int mode = ReadOnlyFile) =>
        new(RootEntryKind.File, mode) { Content = FileContent.WholeFile(file), Owner = new PartName(kind, name) };
}
