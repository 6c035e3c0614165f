// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.Repository.Tests;

/// <summary>The files of this checkout that git tracks or would track.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Ghaf.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("These tests run inside a checkout.");
    }

    private static List<string> ListFiles()
    {
        var git = new ProcessStartInfo("git", ["-C", Root, "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(git)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. output.Split('\n').Where(f => f.Length > 0 && File.Exists(Path.Combine(Root, f)))];
    }
}
