// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>A package set in two locks.</summary>
/// <param name="Old">Null for a new set.</param>
/// <param name="New">Null for a set that is gone.</param>
/// <param name="OldBytes">Of all its .deb files.</param>
/// <param name="NewBytes">Of all its .deb files.</param>
/// <param name="Packages">Sorted by name. Of a new set all are added, of a set that is gone all are removed.</param>
public sealed record SetChange(
    LockedSet? Old, LockedSet? New, long OldBytes, long NewBytes, ImmutableArray<PackageChange> Packages)
{
    /// <summary>The set's present request, or its last one.</summary>
    public ImmutableArray<string> Request => (New ?? Old)!.Request;

    /// <summary>Names that only the new request has; empty unless there are both.</summary>
    public ImmutableArray<string> AskedToo => Old is null || New is null ? [] : [.. New.Request.Except(Old.Request)];

    /// <summary>Names that only the old request has; empty unless there are both.</summary>
    public ImmutableArray<string> AskedNoMore => Old is null || New is null ? [] : [.. Old.Request.Except(New.Request)];

    public bool IsSame => Old is not null && New is not null && Packages.IsEmpty && AskedToo.IsEmpty && AskedNoMore.IsEmpty;
}
