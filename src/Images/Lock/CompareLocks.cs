// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Compares two locks, set by set.</summary>
public static class CompareLocks
{
    public static LockDifference Run(PackageLock old, PackageLock @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var sets = MatchSets.Run(old, @new).Select(pair => Compare(old, pair.Old, @new, pair.New));
        return new(old, @new, [.. sets.OrderBy(set => string.Join(' ', set.Request), StringComparer.Ordinal)]);
    }

    private static SetChange Compare(PackageLock old, LockedSet? before, PackageLock @new, LockedSet? after)
    {
        ImmutableArray<LockedPackage> had = before is null ? [] : old.PackagesOf(before);
        ImmutableArray<LockedPackage> has = after is null ? [] : @new.PackagesOf(after);
        var names = had.Concat(has).Select(package => package.Name).Distinct().Order(StringComparer.Ordinal);
        var (hadByName, hasByName) = (had.ToLookup(package => package.Name), has.ToLookup(package => package.Name));
        return new(
            before,
            after,
            had.Sum(package => package.Size),
            has.Sum(package => package.Size),
            [.. names.SelectMany(name => Pair(hadByName[name], hasByName[name]))]);
    }

    // Usually one of each. A name may be there for two architectures: those of the same architecture belong together.
    private static IEnumerable<PackageChange> Pair(IEnumerable<LockedPackage> old, IEnumerable<LockedPackage> @new)
    {
        var had = old.ToList();
        var left = new List<LockedPackage>();
        foreach (var package in @new)
        {
            var same = had.Find(other => other.Architecture == package.Architecture);
            if (same is null)
            {
                left.Add(package);
                continue;
            }

            had.Remove(same);
            if (PackageChange.Between(same, package) is { } change)
            {
                yield return change;
            }
        }

        foreach (var (before, after) in had.Zip(left))
        {
            if (PackageChange.Between(before, after) is { } change)
            {
                yield return change;
            }
        }

        foreach (var gone in had.Skip(left.Count))
        {
            yield return new(PackageChangeKind.Removed, gone, null);
        }

        foreach (var added in left.Skip(had.Count))
        {
            yield return new(PackageChangeKind.Added, null, added);
        }
    }
}
