// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Finds things that wait for each other.</summary>
internal static class Circles
{
    /// <returns>Each circle once, from the first of its members in the given order.</returns>
    public static IEnumerable<ImmutableArray<T>> In<T>(IReadOnlyList<T> all, Func<T, IEnumerable<T>> waitsFor)
        where T : class
    {
        var reported = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var start in all)
        {
            if (!reported.Contains(start) && Way(start, start, waitsFor, [], []) is { } circle)
            {
                reported.UnionWith(circle);
                yield return circle;
            }
        }
    }

    private static ImmutableArray<T>? Way<T>(
        T from, T to, Func<T, IEnumerable<T>> waitsFor, ImmutableArray<T> way, HashSet<T> seen)
        where T : class
    {
        foreach (var next in waitsFor(from))
        {
            if (ReferenceEquals(next, to))
            {
                return way.Add(from);
            }

            if (seen.Add(next) && Way(next, to, waitsFor, way.Add(from), seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
