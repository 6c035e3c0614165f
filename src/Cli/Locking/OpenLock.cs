// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Opens what was named on the command line: a lock file, or a revision of one.</summary>
internal static class OpenLock
{
    /// <param name="text">A path; <c>REV:</c>, <c>REV:PATH</c> or <c>@REV</c>. A file that is there wins.</param>
    /// <param name="session">Says where the checkout is; it is not needed for a path.</param>
    /// <exception cref="LockUnreadableException">The file is missing, may not be read, or is damaged.</exception>
    /// <exception cref="LockRevisionException">The revision has no lock.</exception>
    public static async Task<NamedLock> RunAsync(string text, Session session, CancellationToken cancellation)
    {
        if (!File.Exists(text) && LockRevision.Parse(text) is { } revision)
        {
            return new(revision.ToString(), await revision.ReadAsync(session.Checkout.Root, cancellation).ConfigureAwait(false));
        }

        return new(text, await PackageLock.LoadAsync(text, cancellation).ConfigureAwait(false));
    }

    /// <summary>The checkout's own.</summary>
    public static async Task<NamedLock> PresentAsync(Session session, CancellationToken cancellation) =>
        new(PackageLock.FileName, await PackageLock.LoadAsync(session.Checkout.LockFile, cancellation).ConfigureAwait(false));
}
