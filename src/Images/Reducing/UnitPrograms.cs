// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Images;

/// <summary>The programs that a tree's systemd units start: <c>ExecStartPre=-+/usr/bin/udevadm settle</c>.</summary>
internal static partial class UnitPrograms
{
    private static readonly string[] Folders = ["usr/lib/systemd/system/", "etc/systemd/system/"];
    private static readonly string[] Path = ["/usr/sbin", "/usr/bin"];

    /// <summary>Each with the file that names it. A unit that is masked starts nothing.</summary>
    public static IEnumerable<(string File, string Program)> In(RootTree tree)
    {
        foreach (var (path, entry) in tree.Entries)
        {
            if (entry.Kind == RootEntryKind.File && Folders.FirstOrDefault(f => path.StartsWith(f, StringComparison.Ordinal)) is { } folder
                && !IsMasked(tree, path[folder.Length..]))
            {
                using var reader = new StreamReader(entry.Content.Open());
                foreach (Match line in Exec().Matches(reader.ReadToEnd()))
                {
                    if (ProgramOf(tree, line.Groups[1].Value) is { } program)
                    {
                        yield return (path, program);
                    }
                }
            }
        }
    }

    // foo.service, or 10-bar.conf in foo.service.d
    private static bool IsMasked(RootTree tree, string unit) =>
        tree[$"etc/systemd/system/{unit.Split('/')[0].Replace(".service.d", ".service", StringComparison.Ordinal)}"]?.Target == "/dev/null";

    private static string? ProgramOf(RootTree tree, string command)
    {
        var word = command.TrimStart('@', '-', ':', '+', '!', '|').Split(' ', '\t')[0].Trim('"', '\'');

        // An empty value takes back earlier ones; what a specifier stands for is known at run time.
        if (word.Length == 0 || word.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        return word.StartsWith('/')
            ? word
            : Path.Select(folder => $"{folder}/{word}").FirstOrDefault(found => tree.Resolve(found) is not null) ?? $"{Path[^1]}/{word}";
    }

    [GeneratedRegex(@"^Exec(?:Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Exec();
}
