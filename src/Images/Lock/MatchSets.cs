// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Finds out which set of one lock became which set of another.</summary>
internal static class MatchSets
{
    // Below this, calling it the same set with other wishes would explain nothing.
    private const double LeastLikeness = 0.5;

    /// <summary>Equal requests belong together; of the others those that are most alike.</summary>
    public static IEnumerable<(LockedSet? Old, LockedSet? New)> Run(PackageLock old, PackageLock @new)
    {
        var olds = old.Sets.ToDictionary(Key, StringComparer.Ordinal);
        var news = @new.Sets.ToDictionary(Key, StringComparer.Ordinal);
        foreach (var key in olds.Keys.Where(news.ContainsKey).ToList())
        {
            olds.Remove(key, out var before);
            news.Remove(key, out var after);
            yield return (before, after);
        }

        var alike =
            from before in olds.Values
            from after in news.Values
            let likeness = Likeness(before.Request, after.Request)
            where likeness >= LeastLikeness
            orderby likeness descending, Key(before), Key(after)
            select (before, after);
        foreach (var (before, after) in alike.ToList())
        {
            if (olds.ContainsKey(Key(before)) && news.ContainsKey(Key(after)))
            {
                olds.Remove(Key(before));
                news.Remove(Key(after));
                yield return (before, after);
            }
        }

        foreach (var gone in olds.Values)
        {
            yield return (gone, null);
        }

        foreach (var added in news.Values)
        {
            yield return (null, added);
        }
    }

    private static string Key(LockedSet set) => string.Join(' ', set.Request);

    // The part of all names that both have.
    private static double Likeness(ImmutableArray<string> a, ImmutableArray<string> b) =>
        (double)a.Intersect(b).Count() / a.Union(b).Count();
}
