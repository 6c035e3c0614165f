// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>What is different in two locks.</summary>
/// <param name="Sets">All sets of both, those that are the same too, sorted by request.</param>
public sealed record LockDifference(PackageLock Old, PackageLock New, ImmutableArray<SetChange> Sets)
{
    /// <summary>Whether a build gives the same with both.</summary>
    public bool IsSame => Old.Epoch == New.Epoch && Sets.All(set => set.IsSame);

    /// <summary>
    /// Each change of a package with the sets it happened in, sorted by name. A set that is new or gone counts only
    /// for packages that the other lock has in no set, in no version: the rest is no news.
    /// </summary>
    public IEnumerable<(PackageChange Change, ImmutableArray<SetChange> Sets)> ByPackage()
    {
        var (had, has) = (NamesIn(Old), NamesIn(New));
        return
            from set in Sets
            from change in set.Packages
            where (set.Old is not null || !had.Contains(change.Name)) && (set.New is not null || !has.Contains(change.Name))
            group set by change into sets
            orderby sets.Key.Name, sets.Key.Kind
            select (sets.Key, sets.ToImmutableArray());
    }

    private static HashSet<string> NamesIn(PackageLock packageLock) =>
        [.. packageLock.Packages.Values.Select(package => package.Name)];
}
