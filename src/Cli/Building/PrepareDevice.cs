// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Locking;
using Ghaf.Images;
using Ghaf.Model;
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>From a plan to a built disk: lock, build.</summary>
internal static class PrepareDevice
{
    /// <param name="makeLock">Whether a missing lock is made. One that does not fit is an error in any case.</param>
    /// <exception cref="UnsupportedPlanException">This version cannot build it.</exception>
    public static async Task<PreparedDevice> RunAsync(
        Session session, DevicePlan plan, bool makeLock, CancellationToken cancellation)
    {
        BuildSupport.RequireBuild(plan);
        var begun = session.Time.GetTimestamp();
        if (makeLock && !File.Exists(session.Checkout.LockFile))
        {
            await FirstLockAsync(session, cancellation).ConfigureAwait(false);
        }

        var packageLock = await LockForBuild.LoadAsync(session.Checkout.LockFile, plan, cancellation).ConfigureAwait(false);
        var files = await FileFolders.ForAsync(session, plan, cancellation).ConfigureAwait(false);
        var keys = SecureBootKeys.LoadOrCreate(session);
        var options = new BuildOptions(
            GhafSources.For(session.Checkout).Root, files, SecureBootKeys.SignerOf(keys), new SignMeasurementsWithKeyFile(keys));
        var built = await WorkDisplay.RunAsync(session, work =>
        {
            var store = new Store(messages: work, time: session.Time);
            return DeviceBuilder.BuildAsync(
                plan, packageLock, store, options, work, work, cancellation);
        }).ConfigureAwait(false);
        return new PreparedDevice(plan, built, session.Time.GetElapsedTime(begun));
    }

    private static async Task FirstLockAsync(Session session, CancellationToken cancellation)
    {
        await session.Error.WriteLineAsync($"There is no {PackageLock.FileName} yet; making it.").ConfigureAwait(false);
        var uses = await LockUses.LoadAsync(DevicePlans.For(session), [], cancellation).ConfigureAwait(false);
        await WorkDisplay.RunAsync(
            session, work => MakeLock.For(session).AddAsync(uses, work, cancellation)).ConfigureAwait(false);
    }
}
