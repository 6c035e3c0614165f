// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Names the packages that nobody has with who needs them, and the hosts that nothing is known from.</summary>
internal static class UnservedFindings
{
    public static IEnumerable<LockFinding> Of(
        PackageLock packageLock, IEnumerable<ServedPackage> served, ImmutableArray<PackageUse> uses)
    {
        var missed = served.Where(package => package.Place is null).ToList();
        var unknown = missed.Where(package => package.Answers.Any(answer => !answer.IsReached)).ToList();
        if (unknown.Count > 0)
        {
            yield return Unreachable(unknown);
        }

        foreach (var missing in missed.Except(unknown))
        {
            var sets = packageLock.Sets.Where(set => set.Packages.Contains(missing.Package.Id)).ToList();
            yield return new(
                LockFindingKind.Unserved,
                $"Nobody serves {missing.Package}. Asked:\n"
                + string.Join('\n', missing.Answers.Select(asked => $"  {asked.Address}: {asked.Text}")),
                "If the mirrors have a newer version now, run `ghaf lock update`.")
            {
                Request = sets.Count > 0 ? sets[0].Request : [],
                Uses = [.. uses.Where(use => sets.Exists(set => set.Request.SequenceEqual(use.Request)))],
            };
        }
    }

    // One cause for all of them, and none of the lock's.
    private static LockFinding Unreachable(List<ServedPackage> unknown)
    {
        var hosts = unknown
            .SelectMany(package => package.Answers)
            .Where(answer => !answer.IsReached)
            .DistinctBy(answer => answer.Address.GetLeftPart(UriPartial.Authority))
            .Select(answer => $"  {answer.Address.GetLeftPart(UriPartial.Authority)}: {answer.Text}");
        return new(
            LockFindingKind.Unreachable,
            $"Nobody who answered has {unknown.Count} of the packages, and these did not answer:\n{string.Join('\n', hosts)}",
            "Check the network with `ghaf doctor`, or set GHAF_MIRROR and GHAF_SECURITY_MIRROR to mirrors that you can reach.");
    }
}
