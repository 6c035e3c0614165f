// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.EndToEnd.Tests;

/// <summary>
/// A copy of this checkout's files in a folder of its own, as git would clone them with what is not committed yet.
/// Nothing that was built comes along.
/// </summary>
public sealed class FreshCheckout : IDisposable
{
    private FreshCheckout(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The command of this checkout.</summary>
    public string Ghaf => Path.Combine(Folder, "ghaf");

    public static FreshCheckout Make(string name)
    {
        var source = SourceTree.Root;
        var folder = Directory.CreateTempSubdirectory($"ghaf-{name}-").FullName;
        foreach (var file in TrackedFiles(source))
        {
            var from = Path.Combine(source, file);
            var to = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }

        return new FreshCheckout(folder);
    }

    public void Write(string path, string content) => File.WriteAllText(Path.Combine(Folder, path), content);

    /// <summary>Each checkout makes its own Secure Boot keys, and with them another disk.</summary>
    public void TakeKeysOf(FreshCheckout other)
    {
        var from = Path.Combine(other.Folder, ".ghaf");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(Folder, ".ghaf", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    /// <summary>A line more in a static file: the smallest change of a configuration.</summary>
    public void TouchConfiguration() =>
        File.AppendAllText(Path.Combine(Folder, "modules/files/guest/journald.conf"), $"# {Guid.NewGuid()}\n");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IEnumerable<string> TrackedFiles(string root)
    {
        using var git = Process.Start(new ProcessStartInfo(
            "git", ["-C", root, "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return files.Where(file => File.Exists(Path.Combine(root, file)));
    }
}
