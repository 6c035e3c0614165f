// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Pins the packages that targets need, and writes <c>ghaf.lock</c>.</summary>
internal static class MakeLock
{
    /// <param name="targets">
    /// Empty for all of the checkout's that this version can build, which is what a committed lock is for.
    /// </param>
    /// <exception cref="UnsupportedPlanException">It cannot build one of those that were named.</exception>
    public static async Task<PackageLock> RunAsync(
        Session session, ImmutableArray<string> targets, IWorkDisplay work, CancellationToken cancellation)
    {
        var plans = DevicePlans.For(session);
        var all = targets.IsEmpty;
        if (all)
        {
            targets = await plans.TargetsAsync(cancellation).ConfigureAwait(false);
        }

        var requests = new List<ImmutableArray<string>>();
        var leftOut = 0;
        foreach (var target in targets)
        {
            var plan = await plans.LoadAsync(target, cancellation).ConfigureAwait(false);
            if (all && !BuildSupport.MissingToBuild(plan).IsEmpty)
            {
                leftOut++;
                continue;
            }

            BuildSupport.RequireBuild(plan);
            requests.AddRange(PackageRequests.For(plan));
        }

        if (leftOut > 0)
        {
            work.Note($"{leftOut} of {targets.Length} targets need no lock yet: this version cannot build them.");
        }

        const string title = "Resolve packages";
        work.StepStarted(title);
        var begun = session.Time.GetTimestamp();
        var made = await ResolveLock.RunAsync(
            requests.Select(request => (IReadOnlyCollection<string>)request),
            new ResolveLockOptions { Messages = work },
            cancellation).ConfigureAwait(false);
        await made.SaveAsync(session.Checkout.LockFile, cancellation).ConfigureAwait(false);
        work.StepDone(title, session.Time.GetElapsedTime(begun));
        return made;
    }
}
