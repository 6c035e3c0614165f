// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.Repository.Tests;

/// <summary>The files of this checkout that git tracks or would track.</summary>
internal static class Checkout
{
    /// <summary>Paths relative to the root.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string Read(string path) => File.ReadAllText(SourceTree.PathOf(path));

    private static List<string> ListFiles()
    {
        var git = new ProcessStartInfo("git", ["-C", SourceTree.Root, "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(git)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. output.Split('\n').Where(f => f.Length > 0 && File.Exists(SourceTree.PathOf(f)))];
    }
}
