// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>What is different in two locks, for programs.</summary>
/// <param name="Same">Whether a build gives the same with both.</param>
/// <param name="OldEpoch">The time that builds are dated with, Unix seconds.</param>
/// <param name="NewEpoch">The time that builds are dated with, Unix seconds.</param>
/// <param name="Packages">Each change once, with the sets it happened in.</param>
/// <param name="Sets">Those that are the same too.</param>
internal sealed record DiffReport(
    string Old,
    string New,
    bool Same,
    long OldEpoch,
    long NewEpoch,
    ImmutableArray<PackageChangeReport> Packages,
    ImmutableArray<SetChangeReport> Sets)
{
    public static DiffReport Of(LockDifference difference, SetNames names, string old, string @new) => new(
        old,
        @new,
        difference.IsSame,
        difference.Old.Epoch,
        difference.New.Epoch,
        [
            .. difference.ByPackage().Select(entry => PackageChangeReport.Of(entry.Change) with
            {
                Sets = [.. names.Sort(entry.Sets).Select(set => names.Of(set.Request))],
            }),
        ],
        [.. names.Sort(difference.Sets).Select(set => SetChangeReport.Of(set, names))]);
}
