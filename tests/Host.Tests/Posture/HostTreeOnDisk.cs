// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Posture;

namespace Ghaf.Host.Tests.Posture;

/// <summary>A folder with the files of a host that a test needs.</summary>
internal sealed class HostTreeOnDisk : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ghaf-host-").FullName;

    public HostTree Tree => new(_root);

    public HostTreeOnDisk With(string path, string text) => With(path, System.Text.Encoding.UTF8.GetBytes(text));

    public HostTreeOnDisk With(string path, byte[] content)
    {
        File.WriteAllBytes(Made(path), content);
        return this;
    }

    public HostTreeOnDisk WithLink(string path, string target)
    {
        File.CreateSymbolicLink(Made(path), target);
        return this;
    }

    public HostTreeOnDisk WithMode(string path, UnixFileMode mode)
    {
        With(path, "x");
        File.SetUnixFileMode(Made(path), mode);
        return this;
    }

    public HostTreeOnDisk WithFolder(string path)
    {
        Directory.CreateDirectory(Path.Combine(_root, path));
        return this;
    }

    public bool Has(string path) => Path.Exists(Path.Combine(_root, path));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Made(string path)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
