// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>A package set in two locks, for programs.</summary>
/// <param name="Change"><c>added</c>, <c>removed</c>, <c>changed</c> or <c>same</c>.</param>
/// <param name="AskedToo">Names that only the new request has.</param>
/// <param name="AskedNoMore">Names that only the old request has.</param>
internal sealed record SetChangeReport(
    string Name,
    string Change,
    ImmutableArray<UseReport> Uses,
    ImmutableArray<string> Request,
    ImmutableArray<string> AskedToo,
    ImmutableArray<string> AskedNoMore,
    long OldBytes,
    long NewBytes,
    ImmutableArray<PackageChangeReport> Packages)
{
    public static SetChangeReport Of(SetChange set, SetNames names) => new(
        names.Of(set.Request),
        set.Old is null ? "added" : set.New is null ? "removed" : set.IsSame ? "same" : "changed",
        UseReport.Of(names.UsesOf(set.Request)),
        set.Request,
        set.AskedToo,
        set.AskedNoMore,
        set.OldBytes,
        set.NewBytes,
        [.. set.Packages.Select(PackageChangeReport.Of)]);
}
