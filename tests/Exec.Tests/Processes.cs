// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec.Tests;

/// <summary>Questions about other processes, answered from /proc.</summary>
public static class Processes
{
    public static string Victim { get; } = Path.Combine(AppContext.BaseDirectory, "Ghaf.Victim");

    /// <summary>Whether it runs; one that has ended but was not waited for does not.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            // 4711 (name of program) S 1 …
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static async Task AssertEndsAsync(int id)
    {
        for (var i = 0; i < 100 && IsAlive(id); i++)
        {
            await Task.Delay(50);
        }

        Assert.False(IsAlive(id), $"process {id} is still there");
    }

    public static async Task<int> ReadIdAsync(string file)
    {
        for (var i = 0; i < 400; i++)
        {
            if (int.TryParse((await File.ReadAllTextAsync(file)).Trim(), out var id))
            {
                return id;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Nobody wrote a process id to {file}.");
    }

    /// <summary>The processes whose command line ends with this word.</summary>
    public static IEnumerable<int> WithLastArgument(string word) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where name.All(char.IsAsciiDigit) && LastArgument(folder) == word
        select int.Parse(name);

    private static string LastArgument(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).TrimEnd('\0').Split('\0')[^1];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
