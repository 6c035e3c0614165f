// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>From a plan to a built disk: lock, build.</summary>
internal static class PrepareDevice
{
    /// <param name="makeLock">Whether a missing or stale lock is made anew; otherwise it is an error.</param>
    public static async Task<PreparedDevice> RunAsync(
        Session session, DevicePlan plan, bool makeLock, CancellationToken cancellation)
    {
        var begun = session.Time.GetTimestamp();
        var files = await FileFolders.ForAsync(session, plan, cancellation).ConfigureAwait(false);
        var options = new BuildOptions(GhafSources.For(session.Checkout).Root, files);
        var built = await WorkDisplay.RunAsync(session, async work =>
        {
            var packageLock = await LockAsync(session, plan, makeLock, work, cancellation).ConfigureAwait(false);
            var store = new Store(messages: work, time: session.Time);
            return await DeviceBuilder.BuildAsync(
                plan, packageLock, store, options, work, work, cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return new PreparedDevice(plan, built, session.Time.GetElapsedTime(begun));
    }

    private static async Task<PackageLock> LockAsync(
        Session session, DevicePlan plan, bool makeLock, IWorkDisplay work, CancellationToken cancellation)
    {
        var file = session.Checkout.LockFile;
        ImmutableArray<ImmutableArray<string>> requests = PackageRequests.For(plan);
        if (!makeLock || File.Exists(file))
        {
            var known = await PackageLock.LoadAsync(file, cancellation).ConfigureAwait(false);
            var missing = requests.FirstOrDefault(request => known.FindSet(request) is null);
            if (missing.IsDefault)
            {
                return known;
            }

            if (!makeLock)
            {
                throw new LockStaleException(missing);
            }

            work.Note($"{PackageLock.FileName} does not fit {plan.Target} any more; making it anew.");
        }
        else
        {
            work.Note($"There is no {PackageLock.FileName} yet; making it.");
        }

        return await MakeLock.RunAsync(session, [], work, cancellation).ConfigureAwait(false);
    }
}
