// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>
/// Packages to a root file system, as <c>root.tar</c>: unpacked, configured, with the owners that their archives name.
/// Over a base, only what differs from the base is in <c>layer.tar</c>.
/// </summary>
internal static class ComposeRoot
{
    private const int Revision = 3;
    private const string Archive = "root.tar";

    public static Task<StepResult> BaseAsync(BuildContext context, PackageSet set, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("ComposeRoot", Revision).With("packages", set.Hashes),
            $"root-{set.Name}",
            $"Compose {set.Name} of {set.Packages.Count} packages",
            async (folder, token) =>
            {
                var root = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
                var tree = await ComposeAsync(context, root, [], set.Packages, token);
                Save(context, tree, Path.Combine(folder, Archive));
                context.Discard.Add(root);
            },
            cancellation);

    /// <param name="below">The result of <see cref="BaseAsync"/> for <paramref name="baseSet"/>.</param>
    public static Task<StepResult> LayerAsync(
        BuildContext context, PackageSet set, PackageSet baseSet, StepResult below, CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("ComposeLayer", Revision).With("packages", set.Hashes).With("below", below.Key),
            $"layer-{set.Name}",
            $"Compose {set.Name}: {set.Without(baseSet).Count} packages over the base",
            async (folder, token) =>
            {
                var baseTree = Read(below);
                var layer = new RootTree();
                if (set.Without(baseSet) is { Count: > 0 } own)
                {
                    var root = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
                    var tree = await ComposeAsync(context, root, [below.PathOf(Archive)], own, token);
                    layer = tree.LayerOver(baseTree);
                    Save(context, layer, Path.Combine(folder, Archive));
                    context.Discard.Add(root);
                }
                else
                {
                    Save(context, layer, Path.Combine(folder, Archive));
                }
            },
            cancellation);

    /// <summary>The composed tree, each file with the package that it came with.</summary>
    public static RootTree Read(StepResult result)
    {
        var tree = TarFormat.Read(result.PathOf(Archive));
        PackageFiles.MarkOwners(tree);
        return tree;
    }

    private static async Task<RootTree> ComposeAsync(
        BuildContext context, string root, IReadOnlyList<string> below, IReadOnlyList<LockedPackage> packages,
        CancellationToken cancellation)
    {
        var unpacked = new List<string>();
        async IAsyncEnumerable<string> Archives()
        {
            foreach (var archive in below)
            {
                yield return archive;
            }

            await foreach (var folder in context.UnpackAsync(packages, cancellation))
            {
                unpacked.Add(folder);
                yield return UnpackPackage.ContentOf(folder);
            }
        }

        var extracted = await ExtractTree.RunAsync(Archives(), root, leavesOut: LeftOut.IsDocumentation, cancellation: cancellation);
        await ConfigurePackages.RunAsync(context, root, unpacked, cancellation);
        var tree = FolderTree.Read(root);
        foreach (var owned in extracted.Owned)
        {
            var path = owned.Path.TrimStart('/');
            if (tree[path] is { } entry)
            {
                tree.Set(path, entry with { Uid = owned.User, Gid = owned.Group });
            }
        }

        // Empty means: made at the first start. A fixed one would make all devices the same machine.
        tree.Set("etc/machine-id", new RootEntry(RootEntryKind.File, 0b100_100_100));
        return tree;
    }

    private static void Save(BuildContext context, RootTree tree, string archive)
    {
        using var file = File.Create(archive, 1 << 20);
        TarFormat.Write(tree, file, context.Epoch);
    }
}
