// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;

namespace Ghaf.Images;

/// <summary>Trees as tar archives: how the store keeps them and how mkfs.erofs takes them.</summary>
internal static class TarFormat
{
    /// <summary>Reads names and places; the content stays in the archive.</summary>
    public static RootTree Read(string archive)
    {
        var tree = new RootTree();
        using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var reader = new TarReader(file);
        while (reader.GetNextEntry() is { } entry)
        {
            var path = Trim(entry.Name);
            if (path.Length > 0 && ToEntry(archive, tree, entry) is { } made)
            {
                tree.Set(path, made);
            }
        }

        return tree;
    }

    /// <summary>The names in an archive as they stand there, in its order: <c>./usr/bin/env</c>.</summary>
    public static IEnumerable<string> Names(string archive)
    {
        using var file = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var reader = new TarReader(file);
        while (reader.GetNextEntry() is { } entry)
        {
            yield return entry.Name;
        }
    }

    /// <summary>Writes all entries, sorted, all with the same time.</summary>
    public static void Write(RootTree tree, Stream output, DateTimeOffset time)
    {
        using var writer = new TarWriter(output, TarEntryFormat.Gnu, leaveOpen: true);
        var written = new Dictionary<string, string>();
        foreach (var (path, entry) in tree.Entries)
        {
            var firstName = entry.Identity is null || written.TryAdd(entry.Identity, path)
                ? null
                : written[entry.Identity];
            var tarEntry = new GnuTarEntry(TypeOf(entry, firstName), path)
            {
                Mode = (UnixFileMode)entry.Mode,
                Uid = entry.Uid,
                Gid = entry.Gid,
                ModificationTime = time,
            };
            if ((firstName ?? entry.Target) is { } link)
            {
                tarEntry.LinkName = link;
            }

            using var content = firstName is null && entry.Content.Length > 0 ? entry.Content.Open() : null;
            if (content is not null)
            {
                tarEntry.DataStream = content;
            }

            writer.WriteEntry(tarEntry);
        }
    }

    private static TarEntryType TypeOf(RootEntry entry, string? firstName) => entry.Kind switch
    {
        RootEntryKind.Folder => TarEntryType.Directory,
        RootEntryKind.Link => TarEntryType.SymbolicLink,
        RootEntryKind.Whiteout => TarEntryType.CharacterDevice,
        _ => firstName is null ? TarEntryType.RegularFile : TarEntryType.HardLink,
    };

    private static RootEntry? ToEntry(string archive, RootTree tree, TarEntry entry)
    {
        var mode = (int)entry.Mode;
        return entry.EntryType switch
        {
            TarEntryType.Directory => Owned(new RootEntry(RootEntryKind.Folder, mode), entry),
            TarEntryType.SymbolicLink =>
                Owned(new RootEntry(RootEntryKind.Link, 0b111_111_111) { Target = entry.LinkName }, entry),
            TarEntryType.CharacterDevice => new RootEntry(RootEntryKind.Whiteout, 0),
            TarEntryType.HardLink => SecondName(tree, Trim(entry.LinkName)),
            TarEntryType.RegularFile or TarEntryType.V7RegularFile => Owned(
                new RootEntry(RootEntryKind.File, mode)
                {
                    Content = FileContent.Slice(archive, entry.DataOffset, entry.Length),
                },
                entry),
            _ => null,
        };
    }

    private static RootEntry? SecondName(RootTree tree, string firstName)
    {
        if (tree[firstName] is not { } first)
        {
            return null;
        }

        var shared = first with { Identity = first.Identity ?? firstName };
        tree.Set(firstName, shared);
        return shared;
    }

    private static RootEntry Owned(RootEntry made, TarEntry entry) => made with { Uid = entry.Uid, Gid = entry.Gid };

    private static string Trim(string name) => name.StartsWith("./", StringComparison.Ordinal)
        ? name[2..].Trim('/')
        : name.Trim('/') is "." ? "" : name.Trim('/');
}
