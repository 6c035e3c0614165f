// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>What the definitions of this checkout need of a lock.</summary>
/// <param name="Targets">The targets that were asked about.</param>
/// <param name="AreAll">Whether these are all there are.</param>
internal sealed record LockUses(ImmutableArray<string> Targets, ImmutableArray<PackageUse> Uses, bool AreAll)
{
    /// <summary>Each request once.</summary>
    public ImmutableArray<ImmutableArray<string>> Requests =>
        [.. Uses.Select(use => use.Request).DistinctBy(request => string.Join(' ', request))];

    /// <param name="targets">Empty for all of the checkout's.</param>
    public static async Task<LockUses> LoadAsync(
        DevicePlans plans, ImmutableArray<string> targets, CancellationToken cancellation)
    {
        var all = targets.IsEmpty;
        if (all)
        {
            targets = await plans.TargetsAsync(cancellation).ConfigureAwait(false);
        }

        var uses = ImmutableArray.CreateBuilder<PackageUse>();
        foreach (var target in targets)
        {
            uses.AddRange(PackageRequests.UsesOf(await plans.LoadAsync(target, cancellation).ConfigureAwait(false)));
        }

        return new(targets, uses.ToImmutable(), all);
    }
}
