// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Follows the symbolic links of a tree as the system that has it as its root would.</summary>
internal static class TreeLinks
{
    // What lies there is made when the system runs.
    private static readonly string[] Runtime = ["dev", "proc", "run", "sys", "tmp", "var"];

    private const int MostLinks = 40;

    /// <summary>Where the link at a path leads, without a slash at either end; null for what is only there at run time.</summary>
    public static string? TargetOf(string link, string target)
    {
        var folder = link.Contains('/', StringComparison.Ordinal) ? link[..link.LastIndexOf('/')] : "";
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target : $"{folder}/{target}").Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return parts.Count > 0 && Array.IndexOf(Runtime, parts[0]) >= 0 ? null : RootTree.UnderUsr(string.Join('/', parts));
    }

    /// <summary>What is at a path after all links on the way, with its own path; null when that is nothing.</summary>
    public static (string Path, RootEntry Entry)? Resolve(this RootTree tree, string path)
    {
        path = RootTree.UnderUsr(path.Trim('/'));
        for (var followed = 0; followed < MostLinks; followed++)
        {
            if (FirstLink(tree, path) is not { } cut)
            {
                return tree[path] is { } entry ? (path, entry) : null;
            }

            var to = TargetOf(path[..cut], tree[path[..cut]]!.Target!);
            if (to is null)
            {
                return null;
            }

            path = RootTree.UnderUsr($"{to}{path[cut..]}");
        }

        return null;
    }

    // The length of the shortest beginning of the path that is a link.
    private static int? FirstLink(RootTree tree, string path)
    {
        for (var cut = path.IndexOf('/', StringComparison.Ordinal); cut > 0; cut = path.IndexOf('/', cut + 1))
        {
            if (tree[path[..cut]]?.Kind == RootEntryKind.Link)
            {
                return cut;
            }
        }

        return tree[path]?.Kind == RootEntryKind.Link ? path.Length : null;
    }
}
