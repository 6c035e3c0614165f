// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Locking;
using Ghaf.Images;
using Ghaf.Model;
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>From a plan to a built disk: lock, build.</summary>
internal static class PrepareDevice
{
    /// <summary>For a command that builds: what the lock lacks is for the user to say.</summary>
    /// <exception cref="UnsupportedPlanException">This version cannot build it.</exception>
    public static Task<PreparedDevice> ToKeepAsync(Session session, DevicePlan plan, CancellationToken cancellation)
    {
        BuildSupport.RequireBuild(plan);
        return RunAsync(session, plan, forEmulator: false, cancellation);
    }

    /// <summary>For a command that boots it in the emulator; makes a lock if there is none.</summary>
    /// <exception cref="UnsupportedPlanException">This version cannot build it.</exception>
    public static async Task<PreparedDevice> ToBootAsync(Session session, DevicePlan plan, CancellationToken cancellation)
    {
        BuildSupport.RequireBuild(plan);
        if (!File.Exists(session.Checkout.LockFile))
        {
            await FirstLockAsync(session, cancellation).ConfigureAwait(false);
        }

        return await RunAsync(session, plan, forEmulator: true, cancellation).ConfigureAwait(false);
    }

    private static async Task<PreparedDevice> RunAsync(
        Session session, DevicePlan plan, bool forEmulator, CancellationToken cancellation)
    {
        var begun = session.Time.GetTimestamp();
        var packageLock = await LockForBuild.LoadAsync(session.Checkout.LockFile, plan, cancellation).ConfigureAwait(false);
        var files = await FileFolders.ForAsync(session, plan, cancellation).ConfigureAwait(false);
        var keys = SecureBootKeys.LoadOrCreate(session);
        var options = new BuildOptions(
            GhafSources.For(session.Checkout).Root, files, SecureBootKeys.SignerOf(keys), new SignMeasurementsWithKeyFile(keys))
        {
            ForEmulator = forEmulator,
        };
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
