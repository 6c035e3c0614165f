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
    /// for packages that no other set of the other lock has: the rest is no news.
    /// </summary>
    public IEnumerable<(PackageChange Change, ImmutableArray<SetChange> Sets)> ByPackage() =>
        from set in Sets
        from change in set.Packages
        where (set.Old is not null || !Old.Packages.ContainsKey(change.New!.Id))
            && (set.New is not null || !New.Packages.ContainsKey(change.Old!.Id))
        group set by change into sets
        orderby sets.Key.Name, sets.Key.Kind
        select (sets.Key, sets.ToImmutableArray());
}
