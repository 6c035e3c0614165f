// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Which names somebody may have meant who mistyped one.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <summary>The nearest first: at most a third of the letters typed, left out, added or exchanged by mistake.</summary>
    public static IEnumerable<string> Of(string typed, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(typed, name)))
        .Where(near => near.Distance <= Math.Max(2, typed.Length / 3))
        .OrderBy(near => near.Distance).ThenBy(near => near.Name, StringComparer.Ordinal)
        .Take(Most)
        .Select(near => near.Name);

    // Levenshtein's, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var exchanged = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
