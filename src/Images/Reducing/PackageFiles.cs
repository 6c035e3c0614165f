// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Which package each file of a composed root came with, from dpkg's own lists there.</summary>
internal static class PackageFiles
{
    private const string Lists = "var/lib/dpkg/info/";
    private const string Ending = ".list";

    /// <summary>Sets <see cref="RootEntry.Owner"/> of everything that is no folder. What a maintainer script made has none.</summary>
    public static void MarkOwners(RootTree tree)
    {
        foreach (var (list, entry) in tree.Entries.Where(e => IsList(e.Key)).ToList())
        {
            // libc6:amd64.list
            var package = new PartName(PartKind.Package, list[Lists.Length..^Ending.Length].Split(':')[0]);
            using var lines = new StreamReader(entry.Content.Open());
            while (lines.ReadLine() is { } line)
            {
                var path = RootTree.UnderUsr(line.Trim('/'));
                if (tree[path] is { Kind: not RootEntryKind.Folder } owned)
                {
                    tree.Set(path, owned with { Owner = package });
                }
            }
        }
    }

    private static bool IsList(string path) =>
        path.StartsWith(Lists, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal);
}
