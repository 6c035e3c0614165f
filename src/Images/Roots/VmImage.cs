// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A VM's own layer: what its packages add to the base, its files, its kernel modules.</summary>
internal static class VmImage
{
    private const int Revision = 1;

    public static async Task<StepResult> RunAsync(
        BuildContext context, VmPlan vm, StepResult layer, Kernel kernel, ImmutableArray<string> fileFolders,
        CancellationToken cancellation)
    {
        var modules =
            await SelectModules.RunAsync(context, vm.Name.Value, kernel, vm.KernelModules, cancellation);
        var files = new RootTree();
        ExtraFiles.AddTo(files, vm.Files, fileFolders);
        var key = context.Key("VmTree", Revision)
            .With("layer", layer.Key).With("modules", modules.Key).With("files", files.Digest());
        return await FormatErofs.RunAsync(
            context,
            vm.Name.Value,
            key,
            () =>
            {
                var tree = ComposeRoot.Read(layer);
                tree.Overlay(FolderTree.Read(modules.PathOf("lib"), "usr/lib"), SelectModules.Part);
                tree.Overlay(files, ExtraFiles.Part);
                return tree;
            },
            cancellation);
    }
}
