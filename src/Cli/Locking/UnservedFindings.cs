// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Names the packages that nobody has, and who needs them.</summary>
internal static class UnservedFindings
{
    public static IEnumerable<LockFinding> Of(
        PackageLock packageLock, IEnumerable<ServedPackage> served, ImmutableArray<PackageUse> uses)
    {
        foreach (var missing in served.Where(package => package.Place is null))
        {
            var sets = packageLock.Sets.Where(set => set.Packages.Contains(missing.Package.Id)).ToList();
            yield return new(
                LockFindingKind.Unserved,
                $"Nobody serves {missing.Package}. Asked:\n"
                + string.Join('\n', missing.Answers.Select(asked => $"  {asked.Address}: {asked.Answer}")),
                "If the mirrors have a newer version now, run `ghaf lock update`; if the network is at fault, verify again.")
            {
                Request = sets.Count > 0 ? sets[0].Request : [],
                Uses = [.. uses.Where(use => sets.Exists(set => set.Request.SequenceEqual(use.Request)))],
            };
        }
    }
}
