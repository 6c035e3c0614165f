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

    /// <summary>How many of all targets are not among them, because this version cannot build them.</summary>
    public int LeftOut { get; private init; }

    /// <param name="targets">Empty for all of the checkout's that this version can build, which is what a lock is for.</param>
    /// <exception cref="UnsupportedPlanException">It cannot build one of those that were named.</exception>
    public static async Task<LockUses> LoadAsync(
        DevicePlans plans, ImmutableArray<string> targets, CancellationToken cancellation)
    {
        var all = targets.IsEmpty;
        var names = all ? await plans.TargetsAsync(cancellation).ConfigureAwait(false) : targets;
        var kept = ImmutableArray.CreateBuilder<string>();
        var uses = ImmutableArray.CreateBuilder<PackageUse>();
        foreach (var name in names)
        {
            var plan = await plans.LoadAsync(name, cancellation).ConfigureAwait(false);
            if (all && !BuildSupport.MissingToBuild(plan).IsEmpty)
            {
                continue;
            }

            BuildSupport.RequireBuild(plan);
            kept.Add(name);
            uses.AddRange(PackageRequests.UsesOf(plan));
        }

        return new(kept.ToImmutable(), uses.ToImmutable(), all) { LeftOut = names.Length - kept.Count };
    }
}
