// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Posture;

/// <summary>The host's files as far as they tell how it is made. What is not there, or may not be read, is null or empty.</summary>
/// <param name="root">The directory in which <c>proc</c>, <c>sys</c>, <c>dev</c> and all others lie; a test's own tree, or <c>/</c>.</param>
internal sealed class HostTree(string root)
{
    public string PathOf(string path) => Path.Combine(root, path.TrimStart('/'));

    /// <summary>The path as the host sees it.</summary>
    public string NameOf(string path) => "/" + Path.GetRelativePath(root, path);

    public string? Text(string path) => Bytes(path) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes).Trim() : null;

    public IReadOnlyList<string> Lines(string path) => Text(path)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public byte[]? Bytes(string path)
    {
        try
        {
            // Not ReadAllBytes: it believes the length that sysfs gives, which is a page for every file.
            using var file = new FileStream(PathOf(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The names in a folder, sorted.</summary>
    public IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(PathOf(folder)).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Where a link leads, as it is written in it.</summary>
    public string? Target(string link)
    {
        try
        {
            return new FileInfo(PathOf(link)).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
