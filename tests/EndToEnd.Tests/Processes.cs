// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.EndToEnd.Tests;

/// <summary>What runs on this machine, to see that nothing is left behind.</summary>
internal static class Processes
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Waits until no process has the text in its command line.</summary>
    public static async Task ShouldNotMentionAsync(string text)
    {
        var clock = Stopwatch.StartNew();
        while (Mentioning(text) is { Count: > 0 } left)
        {
            Assert.True(clock.Elapsed < Limit, $"These processes are left:\n{string.Join('\n', left)}");
            await Task.Delay(100);
        }
    }

    private static List<string> Mentioning(string text)
    {
        var found = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)))
        {
            try
            {
                var line = File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
                if (line.Contains(text))
                {
                    found.Add($"{Path.GetFileName(process)} {line}");
                }
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        }

        return found;
    }
}
