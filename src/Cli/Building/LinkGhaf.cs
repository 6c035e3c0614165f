// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>Makes the native ghaf of this checkout, which the script <c>ghaf</c> prefers as long as it is fresh.</summary>
internal static class LinkGhaf
{
    public static async Task<NativeReport> RunAsync(Session session, CancellationToken cancellation)
    {
        var checkout = session.Checkout;
        if (GhafSources.For(checkout).Root != checkout.Root)
        {
            throw new NotOurCheckoutException(checkout.Root);
        }

        // A source that changes while it is compiled must be newer than the program.
        var begun = session.Time.GetUtcNow().UtcDateTime;
        var packageLock = await PackageLock.LoadAsync(checkout.LockFile, cancellation).ConfigureAwait(false);
        var stored = await WorkDisplay.RunAsync(session, work => PublishGhaf.RunAsync(
            packageLock, new Store(messages: work, time: session.Time), checkout.Root, work, work, cancellation)).ConfigureAwait(false);
        Directory.CreateDirectory(Path.GetDirectoryName(checkout.NativeProgram)!);
        var half = $"{checkout.NativeProgram}.{Environment.ProcessId}.new";
        try
        {
            File.Copy(stored, half, overwrite: true);
            File.SetLastWriteTimeUtc(half, begun);
            File.Move(half, checkout.NativeProgram, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }

        return new NativeReport(checkout.NativeProgram, new FileInfo(checkout.NativeProgram).Length);
    }
}
