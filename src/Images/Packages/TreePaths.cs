// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Finds where a path of a tree really lies, following the tree's own links as if the tree were <c>/</c>.</summary>
/// <remarks>
/// A package may ship <c>./lib/x</c> while <c>/lib</c> is a link to <c>usr/lib</c>. The kernel would follow an absolute link
/// to the build machine's files; therefore each folder is looked at here, once.
/// </remarks>
internal sealed class TreePaths(string root)
{
    private const int MostLinks = 40; // as the kernel
    private readonly Dictionary<string, string> _real = new(StringComparer.Ordinal) { [""] = "" };

    /// <summary>The real folder, relative to the root, without a slash at either end. Missing folders are made.</summary>
    /// <param name="folder">Relative, plain: no empty, dot or dot-dot parts.</param>
    public string Folder(string folder) => Folder(folder, MostLinks);

    public string OnDisk(string real) => real.Length == 0 ? root : root + "/" + real;

    private string Folder(string folder, int linksLeft)
    {
        if (_real.TryGetValue(folder, out var known))
        {
            return known;
        }

        var cut = folder.LastIndexOf('/');
        var parent = Folder(cut < 0 ? "" : folder[..cut], linksLeft);
        var real = Join(parent, folder[(cut + 1)..]);
        var info = new DirectoryInfo(OnDisk(real));
        if (info.LinkTarget is { } target)
        {
            real = linksLeft > 0
                ? Folder(Plain(target, parent), linksLeft - 1)
                : throw new IOException($"Too many links at {folder}.");
        }
        else if (!info.Exists)
        {
            info.Create();
        }

        _real[folder] = real;
        return real;
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    // As in /, the parent of the root is the root.
    private static string Plain(string target, string parent)
    {
        var parts = new List<string>(target.StartsWith('/') ? [] : parent.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(parts.Count - 1, 0), Math.Min(parts.Count, 1));
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
