// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;
using System.Runtime.InteropServices;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Extracts archives over each other into one folder, as the user who runs it.</summary>
/// <remarks>Modes and times of change are kept, setuid too. Owners are not, but returned.</remarks>
public sealed partial class ExtractTree
{
    private static readonly string[] Merged = ["bin", "sbin", "lib", "lib64"];
    private readonly string _root;
    private readonly TreePaths _paths;
    private readonly Dictionary<string, UnixFileMode> _folderModes = new(StringComparer.Ordinal);
    private readonly List<OwnedPath> _owned = [];
    private readonly List<string> _skipped = [];
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly Func<string, bool> _leavesOut;
    private int _entries;
    private long _bytes;

    private ExtractTree(string root, Func<string, bool> leavesOut)
    {
        _root = root;
        _leavesOut = leavesOut;
        _paths = new TreePaths(root);
    }

    /// <summary>Extracts the archives in their order; of two files with one name the later stays.</summary>
    /// <param name="archives">Plain tar files.</param>
    /// <param name="folder">Made if it does not exist.</param>
    /// <param name="usrMerge">Whether /bin, /sbin, /lib and /lib64 are made links into /usr first. Default: true.</param>
    /// <param name="leavesOut">Which files are not extracted, by their path without a slash at either end. Default: none.</param>
    /// <param name="cancellation">Ends it between two entries.</param>
    /// <exception cref="TreeEscapeException">An entry points outside of the folder.</exception>
    public static Task<ExtractedTree> RunAsync(
        IAsyncEnumerable<string> archives, string folder, bool usrMerge = true, Func<string, bool>? leavesOut = null,
        CancellationToken cancellation = default) =>
        Task.Run(
            async () =>
            {
                Directory.CreateDirectory(folder);
                var extraction = new ExtractTree(Path.GetFullPath(folder), leavesOut ?? (_ => false));
                return await extraction.ExtractAsync(archives, usrMerge, cancellation).ConfigureAwait(false);
            },
            cancellation);

    private async Task<ExtractedTree> ExtractAsync(
        IAsyncEnumerable<string> archives, bool usrMerge, CancellationToken cancellation)
    {
        foreach (var name in usrMerge ? Merged : [])
        {
            Directory.CreateDirectory(Path.Combine(_root, "usr", name));
            if (!Path.Exists(Path.Combine(_root, name)))
            {
                File.CreateSymbolicLink(Path.Combine(_root, name), "usr/" + name);
            }
        }

        await foreach (var archive in archives.WithCancellation(cancellation).ConfigureAwait(false))
        {
            Extract(archive, cancellation);
        }

        // Last, because a folder may be closed to writing.
        foreach (var (real, mode) in _folderModes)
        {
            File.SetUnixFileMode(_paths.OnDisk(real), mode);
        }

        return new ExtractedTree(_entries, new ByteSize(_bytes), _owned, _skipped);
    }

    private void Extract(string archive, CancellationToken cancellation)
    {
        using var stream = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 18);
        using var reader = new TarReader(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            Extract(archive, entry);
        }
    }

    private void Extract(string archive, TarEntry entry)
    {
        var path = PlainPath(archive, entry.Name, entry.Name);
        if (entry.EntryType != TarEntryType.Directory && _leavesOut(path))
        {
            return;
        }

        _entries++;
        if (entry.Uid != 0 || entry.Gid != 0)
        {
            var names = entry as PosixTarEntry;
            _owned.Add(new OwnedPath("/" + path, entry.Uid, entry.Gid, names?.UserName ?? "", names?.GroupName ?? ""));
        }

        if (entry.EntryType == TarEntryType.Directory)
        {
            _folderModes[_paths.Folder(path)] = entry.Mode;
            return;
        }

        var target = Locate(path);
        switch (entry.EntryType)
        {
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                Clear(target);
                WriteFile(target, entry);
                break;
            case TarEntryType.SymbolicLink:
                // As dpkg does it, a folder that is there stays where another package has a link: see the usr merge.
                if (!Directory.Exists(target) || new DirectoryInfo(target).LinkTarget is not null)
                {
                    Clear(target);
                    File.CreateSymbolicLink(target, entry.LinkName);
                }

                break;
            case TarEntryType.HardLink:
                Clear(target);
                LinkTo(Locate(PlainPath(archive, entry.Name, entry.LinkName)), target);
                break;
            default:
                _skipped.Add("/" + path);
                break;
        }
    }

    private static string PlainPath(string archive, string entry, string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Contains("..")
            ? throw new TreeEscapeException(archive, entry, "leaves the tree")
            : string.Join('/', parts.Where(part => part != "."));
    }

    private string Locate(string path)
    {
        var cut = path.LastIndexOf('/');
        var folder = _paths.Folder(cut < 0 ? "" : path[..cut]);
        return _paths.OnDisk(folder) + "/" + path[(cut + 1)..];
    }

    // Never write through a link or into a file that has other names.
    private static void Clear(string target)
    {
        if (Directory.Exists(target) && new DirectoryInfo(target).LinkTarget is null)
        {
            throw new IOException($"{target} is a folder in one package and a file in another.");
        }

        File.Delete(target);
    }

    private void WriteFile(string target, TarEntry entry)
    {
        using var file = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, entry.Length);
        long offset = 0;
        while (entry.DataStream is { } data && data.Read(_buffer) is var read and > 0)
        {
            RandomAccess.Write(file, _buffer.AsSpan(0, read), offset);
            offset += read;
        }

        File.SetUnixFileMode(file, entry.Mode);
        File.SetLastWriteTimeUtc(file, entry.ModificationTime.UtcDateTime);
        _bytes += offset;
    }

    private static void LinkTo(string existing, string target)
    {
        if (Link(existing, target) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new IOException($"link {existing} {target}: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string target);
}
