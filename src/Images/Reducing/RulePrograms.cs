// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Images;

/// <summary>The programs that a tree's device rules start: <c>IMPORT{program}="ata_id --export $devnode"</c>, udev(7).</summary>
internal static partial class RulePrograms
{
    /// <summary>Each with the file that names it.</summary>
    public static IEnumerable<(string File, string Program)> In(RootTree tree)
    {
        foreach (var (path, entry) in tree.Entries)
        {
            if (entry.Kind == RootEntryKind.File && path.Contains("/udev/rules.d/", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(entry.Content.Open());
                foreach (Match command in Command().Matches(Comment().Replace(reader.ReadToEnd(), "")))
                {
                    var word = command.Groups[1].Value.Split(' ')[0];
                    if (!word.Contains('$', StringComparison.Ordinal) && !word.Contains('%', StringComparison.Ordinal))
                    {
                        yield return (path, word.StartsWith('/') ? word : $"/usr/lib/udev/{word}");
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"(?:RUN|RUN\{program\}|PROGRAM|IMPORT\{program\})\s*[+:!=]*=\s*""([^""]+)""")]
    private static partial Regex Command();

    [GeneratedRegex("^#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
