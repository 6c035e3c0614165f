// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Where the dynamic linker finds libraries in a tree: ld.so(8) without a cache and without an environment.</summary>
internal sealed class LibraryPaths(RootTree tree)
{
    private readonly ImmutableArray<string> _folders =
    [
        .. tree.Entries.Select(e => e.Key).Where(IsMultiarch), "usr/lib", "usr/lib64",
    ];

    /// <summary>The path of a library, which may be a link; null when there is none.</summary>
    /// <param name="by">The path of the program or library that loads it.</param>
    public string? Find(string name, string by, ElfFile loader)
    {
        var origin = by[..by.LastIndexOf('/')];
        return loader.SearchFolders
            .Select(folder => folder.Replace("$ORIGIN", "/" + origin, StringComparison.Ordinal))
            .Select(folder => TreeLinks.TargetOf("", folder))
            .OfType<string>()
            .Concat(_folders)

            // A private library beside another one: the program whose search folders found both has loaded it already.
            .Append(origin)
            .Select(folder => $"{folder}/{name}")
            .FirstOrDefault(path => tree.Resolve(path) is not null);
    }

    // usr/lib/x86_64-linux-gnu
    private static bool IsMultiarch(string path) =>
        path.StartsWith("usr/lib/", StringComparison.Ordinal)
        && path.EndsWith("-linux-gnu", StringComparison.Ordinal)
        && path.Count(c => c == '/') == 2;
}
