// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Looks at a lock file from all sides and tells everything at once.</summary>
internal static class VerifyLock
{
    /// <param name="ask">Asks where the packages can be had; null to leave that out.</param>
    public static async Task<VerifyReport> RunAsync(
        string file,
        LockUses uses,
        Func<PackageLock, Task<ImmutableArray<ServedPackage>>>? ask,
        CancellationToken cancellation)
    {
        var names = new SetNames(uses.Uses);
        PackageLock packageLock;
        ImmutableArray<LockFinding> findings;
        try
        {
            (packageLock, findings) = await CheckLockText.LoadAsync(file, cancellation).ConfigureAwait(false);
        }
        catch (LockUnreadableException unreadable)
        {
            var finding = new LockFinding(LockFindingKind.Malformed, unreadable.What, unreadable.Mend) { Line = unreadable.Line };
            return new(file, uses.Targets, Fits: false, 0, 0, 0, null, [FindingReport.Of(finding, names)]);
        }

        // A package without a hash cannot be asked for.
        var whole = findings.All(finding => finding.Kind != LockFindingKind.Malformed);
        var served = ask is not null && whole ? await ask(packageLock).ConfigureAwait(false) : default;
        ImmutableArray<LockFinding> all =
        [
            .. findings,
            .. FitLock.Run(packageLock, uses.Uses, uses.AreAll),
            .. served.IsDefault ? [] : UnservedFindings.Of(packageLock, served, uses.Uses),
        ];
        return new(
            file,
            uses.Targets,
            all.All(finding => finding.IsHarmless),
            packageLock.Packages.Count,
            packageLock.Sets.Length,
            packageLock.Packages.Values.Sum(package => package.Size),
            served.IsDefault ? null : Count(served),
            [.. all.Select(finding => FindingReport.Of(finding, names))]);
    }

    private static ServedReport Count(ImmutableArray<ServedPackage> served)
    {
        int At(PackagePlace? place) => served.Count(package => package.Place == place);
        return new(At(PackagePlace.Store), At(PackagePlace.Mirror), At(PackagePlace.Snapshot), At(null));
    }
}
