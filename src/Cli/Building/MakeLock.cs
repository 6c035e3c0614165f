// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Pins the packages that targets need, and writes <c>ghaf.lock</c>.</summary>
internal static class MakeLock
{
    /// <param name="targets">Empty for all of the checkout's, which is what a committed lock is for.</param>
    public static async Task<PackageLock> RunAsync(
        Session session, ImmutableArray<string> targets, IWorkDisplay work, CancellationToken cancellation)
    {
        var plans = DevicePlans.For(session);
        if (targets.IsEmpty)
        {
            targets = await plans.TargetsAsync(cancellation).ConfigureAwait(false);
        }

        var requests = new List<ImmutableArray<string>>();
        foreach (var target in targets)
        {
            var plan = await plans.LoadAsync(target, cancellation).ConfigureAwait(false);
            requests.AddRange(PackageRequests.For(plan));
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
