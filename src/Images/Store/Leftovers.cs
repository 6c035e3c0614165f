// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Removes what builds that were killed left behind.</summary>
internal static class Leftovers
{
    /// <summary>Removes every temporary entry whose lock nobody holds.</summary>
    public static void Remove(string temporary, string locks)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(temporary))
        {
            Remove(temporary, locks, Path.GetFileName(entry));
        }
    }

    /// <summary>Removes one temporary entry if it exists and nobody holds its lock.</summary>
    public static void Remove(string temporary, string locks, string name)
    {
        var entry = Path.Combine(temporary, name);
        if (!Path.Exists(entry))
        {
            return;
        }

        using var held = StoreLock.TryTake(Path.Combine(locks, name));
        if (held is null)
        {
            return;
        }

        if (File.Exists(entry))
        {
            File.Delete(entry);
        }
        else
        {
            RemoveTree(entry);
        }
    }

    /// <summary>Removes a folder with all in it, folders without write permission too; does not follow links.</summary>
    public static void RemoveTree(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            MakeWritable(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    public static long SizeOf(string folder) =>
        new DirectoryInfo(folder)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true })
            .Where(file => file.LinkTarget is null)
            .Sum(file => file.Exists ? file.Length : 0);

    private static void MakeWritable(string folder)
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var child in new DirectoryInfo(folder).EnumerateDirectories())
        {
            if (child.LinkTarget is null)
            {
                MakeWritable(child.FullName);
            }
        }
    }
}
