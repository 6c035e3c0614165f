// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>A VM's own layer: what its packages add to the base, its files, its kernel modules, programs of ours.</summary>
internal static class VmImage
{
    private const int Revision = 1;

    /// <param name="checkout">The folder with <c>src</c>.</param>
    public static async Task<StepResult> RunAsync(
        BuildContext context, VmPlan vm, StepResult layer, Kernel kernel, ImmutableArray<string> fileFolders, string checkout,
        CancellationToken cancellation)
    {
        var modules =
            await SelectModules.RunAsync(context, vm.Name.Value, kernel, vm.KernelModules, cancellation);
        var programs = await Task.WhenAll(vm.Programs.Select(GuestPrograms.Of).Select(
            async program => (Program: program, Published: await PublishNative.RunAsync(context, program, checkout, cancellation))));
        var files = new RootTree();
        ExtraFiles.AddTo(files, vm.Files, fileFolders);
        var key = context.Key("VmTree", Revision)
            .With("layer", layer.Key).With("modules", modules.Key).With("files", files.Digest());
        foreach (var (program, published) in programs)
        {
            key = key.With(program.Name, published.Key);
        }

        return await FormatErofs.RunAsync(
            context,
            vm.Name.Value,
            key,
            () =>
            {
                var tree = ComposeRoot.Read(layer);
                tree.Overlay(FolderTree.Read(modules.PathOf("lib"), "usr/lib"), SelectModules.Part);
                tree.Overlay(files, ExtraFiles.Part);
                foreach (var (program, published) in programs)
                {
                    GuestPrograms.AddTo(tree, program, published);
                }

                return tree;
            },
            cancellation);
    }
}
