// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>A tree from a folder. Everything belongs to root there: a build without privileges has one user only.</summary>
internal static class FolderTree
{
    /// <param name="prefix">Where the folder lies in the tree; empty for the root.</param>
    public static RootTree Read(string folder, string prefix = "")
    {
        var tree = new RootTree();
        Walk(folder, prefix, tree);
        return tree;
    }

    private const int Readable = 0b100_000_000;
    private const int Enterable = 0b101_000_000;

    private static void Walk(string folder, string prefix, RootTree tree)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", AllEntries))
        {
            var name = prefix.Length == 0 ? Path.GetFileName(path) : $"{prefix}/{Path.GetFileName(path)}";
            var status = FileStatus.Of(path);
            switch (status.Kind)
            {
                case RootEntryKind.Folder:
                    tree.Set(name, new RootEntry(RootEntryKind.Folder, status.Permissions));
                    Allow(path, status, Enterable);
                    Walk(path, name, tree);
                    break;
                case RootEntryKind.Link:
                    tree.Set(name, new RootEntry(RootEntryKind.Link, 0b111_111_111) { Target = status.Target });
                    break;
                case RootEntryKind.File:
                    Allow(path, status, Readable);
                    tree.Set(name, new RootEntry(RootEntryKind.File, status.Permissions)
                    {
                        Content = FileContent.Slice(path, 0, status.Size),
                        Identity = status.Names > 1 ? status.Inode : null,
                    });
                    break;
                default:
                    break;
            }
        }
    }

    // Inside of the sandbox its root may read everything; here we are an ordinary user, to whom our own file can be closed.
    private static void Allow(string path, FileStatus status, int permissions)
    {
        if ((status.Permissions & permissions) != permissions)
        {
            File.SetUnixFileMode(path, (UnixFileMode)(status.Permissions | permissions));
        }
    }

    private static readonly EnumerationOptions AllEntries =
        new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
}
