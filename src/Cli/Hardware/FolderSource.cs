// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>The tree of a running machine, or a copy of it in a folder.</summary>
/// <param name="root">Stands for <c>/</c>.</param>
internal sealed class FolderSource(string root) : ITreeSource
{
    public string? LinkAt(string path) => Try(() => new FileInfo(Place(path)).LinkTarget);

    public string? TextAt(string path) => Try(() => File.Exists(Place(path)) ? File.ReadAllText(Place(path)) : null);

    public IEnumerable<string> NamesAt(string path) =>
        Try(() => new DirectoryInfo(Place(path)).EnumerateFileSystemInfos().Select(entry => entry.Name).ToArray()) ?? [];

    // Devices come and go, and some files of sysfs are for root only: what cannot be read is not there.
    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string Place(string path) => Path.Join(root, path);
}
