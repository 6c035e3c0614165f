// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>
/// A root file system in the making: names to entries, sorted, so that equal trees give equal images. Paths are
/// relative to the root, without a slash at either end.
/// </summary>
internal sealed class RootTree
{
    private const int FolderMode = 0b111_101_101;

    private readonly SortedDictionary<string, RootEntry> _entries = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, RootEntry>> Entries => _entries;

    public RootEntry? this[string path] => _entries.GetValueOrDefault(path);

    /// <summary>Puts an entry in place of what may be there; missing folders above it are made.</summary>
    public void Set(string path, RootEntry entry)
    {
        path = UnderUsr(path.Trim('/'));
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (!_entries.TryAdd(path[..slash], new RootEntry(RootEntryKind.Folder, FolderMode)))
            {
                break;
            }
        }

        _entries[path] = entry;
    }

    /// <summary>Puts all of another tree's entries over this one's.</summary>
    /// <param name="owner">Whose they are, where they do not say.</param>
    public void Overlay(RootTree other, PartName owner)
    {
        foreach (var (path, entry) in other._entries)
        {
            Set(path, entry with { Owner = entry.Owner ?? owner });
        }
    }

    public void RemoveWhere(Func<string, bool> leavesOut)
    {
        foreach (var path in _entries.Keys.Where(leavesOut).ToList())
        {
            _entries.Remove(path);
        }
    }

    /// <summary>What must lie over <paramref name="below"/> to give this tree: changes, and whiteouts for removals.</summary>
    public RootTree LayerOver(RootTree below)
    {
        var layer = new RootTree();
        foreach (var (path, entry) in _entries)
        {
            if (below[path] is not { } old || !entry.IsSameAs(old))
            {
                CopyFoldersAbove(path, layer);
                layer._entries[path] = entry;
            }
        }

        foreach (var path in below._entries.Keys.Where(path => !_entries.ContainsKey(path)))
        {
            // One whiteout hides everything below a removed folder.
            if (!path.Contains('/', StringComparison.Ordinal) || _entries.ContainsKey(path[..path.LastIndexOf('/')]))
            {
                CopyFoldersAbove(path, layer);
                layer._entries[path] = new RootEntry(RootEntryKind.Whiteout, 0);
            }
        }

        return layer;
    }

    /// <summary>Over everything in the tree; for small ones, as it reads all content.</summary>
    public Sha256 Digest()
    {
        using var archive = new MemoryStream();
        TarFormat.Write(this, archive, DateTimeOffset.UnixEpoch);
        return Sha256.Of(archive.GetBuffer().AsSpan(0, (int)archive.Length));
    }

    private void CopyFoldersAbove(string path, RootTree layer)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            layer._entries.TryAdd(path[..slash], _entries[path[..slash]]);
        }
    }

    /// <summary>Debian is usr-merged: /lib and its like are links, and what is put below them lies in /usr.</summary>
    public static string UnderUsr(string path)
    {
        var first = path.Split('/', 2);
        return first is ["bin" or "sbin" or "lib" or "lib64", _] ? "usr/" + path : path;
    }
}
