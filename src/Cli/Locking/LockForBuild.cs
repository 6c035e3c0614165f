// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Locking;

/// <summary>The lock that a build reads. One that does not fit the plan is never used, and never changed in passing.</summary>
internal static class LockForBuild
{
    /// <exception cref="LockUnreadableException">It is missing or damaged.</exception>
    /// <exception cref="LockDoesNotFitException">It was made for another definition.</exception>
    public static async Task<PackageLock> LoadAsync(string file, DevicePlan plan, CancellationToken cancellation)
    {
        var packageLock = await PackageLock.LoadAsync(file, cancellation).ConfigureAwait(false);
        var uses = PackageRequests.UsesOf(plan);
        var findings = FitLock.Run(packageLock, uses, areAll: false).Where(finding => !finding.IsHarmless).ToList();
        return findings.Count == 0 ? packageLock : throw new LockDoesNotFitException(plan.Target, findings, new SetNames(uses));
    }
}
