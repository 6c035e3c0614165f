// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>The toolchain of this checkout's lock, fetched now if it is not here.</summary>
internal static class OpenTools
{
    /// <param name="request">Another package set than the toolchain.</param>
    public static async Task<Sandbox> RunAsync(
        Session session, CancellationToken cancellation, IReadOnlyCollection<string>? request = null)
    {
        var packageLock = await PackageLock.LoadAsync(session.Checkout.LockFile, cancellation).ConfigureAwait(false);
        return await WorkDisplay.RunAsync(session, work => OpenToolchain.RunAsync(
            packageLock, new Store(messages: work, time: session.Time), work, cancellation, request)).ConfigureAwait(false);
    }
}
