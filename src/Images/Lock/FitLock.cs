// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ghaf.Images;

/// <summary>Looks whether a lock is what plans need: every set, each as apt would have made it.</summary>
public static partial class FitLock
{
    private const string MakeAnew = "Run `ghaf lock update` and commit the new ghaf.lock.";
    private const int ShownIds = 3;

    /// <summary>Everything that is wrong, in the order of the uses.</summary>
    /// <param name="uses">What the plans need, of all targets that matter.</param>
    /// <param name="areAll">Whether these are all targets, so that a set nobody needs is worth a word.</param>
    public static IEnumerable<LockFinding> Run(PackageLock packageLock, ImmutableArray<PackageUse> uses, bool areAll)
    {
        ArgumentNullException.ThrowIfNull(packageLock);
        foreach (var finding in OtherSuites(packageLock, uses))
        {
            yield return finding;
        }

        foreach (var sameSet in uses.GroupBy(use => string.Join(' ', use.Request), StringComparer.Ordinal))
        {
            ImmutableArray<PackageUse> users = [.. sameSet];
            var request = users[0].Request;
            var findings = packageLock.FindSet(request) is { } set
                ? [.. LooksResolved(set), .. FitsBase(packageLock, set, users, uses)]
                : (IEnumerable<LockFinding>)[Missing(packageLock, request)];
            foreach (var finding in findings)
            {
                yield return finding with { Request = request, Uses = users };
            }
        }

        var unused = packageLock.Sets.Where(set => !uses.Any(use => use.Request.SequenceEqual(set.Request)));
        foreach (var set in areAll ? unused : [])
        {
            yield return new(
                LockFindingKind.UnusedSet,
                $"No target asks for this set any more: {string.Join(' ', set.Request)}.",
                "Run `ghaf lock`, which leaves it out.")
            {
                Request = set.Request,
            };
        }
    }

    private static IEnumerable<LockFinding> OtherSuites(PackageLock packageLock, ImmutableArray<PackageUse> uses)
    {
        var suites = packageLock.Repositories.Select(repository => repository.Suite).ToList();
        return uses.Where(use => !suites.Contains(use.Suite)).GroupBy(use => use.Suite).Select(others => new LockFinding(
            LockFindingKind.OtherSuite,
            $"The plan is for Debian {others.Key}, and the lock was made from {string.Join(", ", suites)}.",
            "Set the definition's Suite to one that packages are locked from.")
        {
            Uses = [.. others.DistinctBy(use => use.Target)],
        });
    }

    private static LockFinding Missing(PackageLock packageLock, ImmutableArray<string> request)
    {
        // The set it was before somebody changed the definition shows what he changed.
        var nearest = packageLock.Sets
            .OrderBy(set => set.Request.Except(request).Count() + request.Except(set.Request).Count())
            .FirstOrDefault(set => set.Request.Intersect(request).Count() * 2 > request.Length);
        var more = nearest is null ? "" : string.Join(' ', request.Except(nearest.Request));
        var less = nearest is null ? "" : string.Join(' ', nearest.Request.Except(request));
        return new(
            LockFindingKind.MissingSet,
            $"The lock has no package set for this request: {string.Join(' ', request)}."
            + (nearest is null ? "" : " The most similar one there is"
                + (more.Length > 0 ? $" lacks {more}" : "")
                + (more.Length > 0 && less.Length > 0 ? " and" : "")
                + (less.Length > 0 ? $" has {less}" : "") + "."),
            "Run `ghaf lock` and commit the new ghaf.lock.");
    }

    private static IEnumerable<LockFinding> LooksResolved(LockedSet set)
    {
        var ids = set.Packages.Select(id => (Id: id, Name: id.Split('_')[0], Architecture: id.Split('_')[^1])).ToList();
        foreach (var name in set.Request.Where(name => PlainName().IsMatch(name) && !ids.Exists(id => id.Name == name)))
        {
            yield return new(
                LockFindingKind.MissingPackage,
                $"The set asks for {name} and does not hold it, so the file was changed by hand or by a merge.",
                $"Run `ghaf lock update`. If that does not help, {name} is a name that other packages provide: "
                + "name one of these in the definition.");
        }

        var doubles = ids.GroupBy(id => (id.Name, id.Architecture)).Where(same => same.Count() > 1);
        foreach (var same in doubles)
        {
            yield return new(
                LockFindingKind.TwoVersions,
                $"The set holds {string.Join(" and ", same.Select(id => id.Id))}, so the file was changed by hand or by a merge.",
                MakeAnew);
        }
    }

    private static IEnumerable<LockFinding> FitsBase(
        PackageLock packageLock, LockedSet set, ImmutableArray<PackageUse> users, ImmutableArray<PackageUse> uses)
    {
        var bases =
            from vm in users
            where vm.IsOnGuestBase
            from use in uses
            where use.Target == vm.Target && use.Part == PackageRequests.GuestBasePart
            let found = packageLock.FindSet(use.Request)
            where found is not null
            select found;
        var own = set.Packages.ToLookup(id => id.Split('_')[0], StringComparer.Ordinal);
        foreach (var guestBase in bases.DistinctBy(found => string.Join(' ', found.Request)))
        {
            // A package that only the base has is no fault: it stays, beside the alternative that the VM asked for.
            var other = guestBase.Packages
                .Where(id => own[id.Split('_')[0]].Any() && !own[id.Split('_')[0]].Contains(id))
                .Select(id => $"{id} and {own[id.Split('_')[0]].First()}")
                .ToList();
            if (other.Count > 0)
            {
                var more = other.Count > ShownIds ? $" and {other.Count - ShownIds} more" : "";
                yield return new(
                    LockFindingKind.OtherBase,
                    "The guest base and the set that is put on it have other versions of the same packages: "
                    + $"{string.Join("; ", other.Take(ShownIds))}{more}.",
                    MakeAnew);
            }
        }
    }

    // Not ?essential, name/suite, name=version, name:architecture, name-.
    [GeneratedRegex("^[a-z0-9][a-z0-9+.-]*[a-z0-9.]$")]
    private static partial Regex PlainName();
}
