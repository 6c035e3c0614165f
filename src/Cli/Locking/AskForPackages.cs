// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Asks where all packages of a lock can be had, and says every few seconds how far that is.</summary>
internal static class AskForPackages
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static async Task<ImmutableArray<ServedPackage>> RunAsync(
        Session session, PackageLock packageLock, IWorkDisplay work, CancellationToken cancellation)
    {
        var title = $"Ask for {packageLock.Packages.Count} packages";
        var begun = session.Time.GetTimestamp();
        var last = begun;
        var telling = new Lock();
        void Answered(int done)
        {
            lock (telling)
            {
                if (session.Time.GetElapsedTime(last) < Pause)
                {
                    return;
                }

                last = session.Time.GetTimestamp();
            }

            work.Note($"{done} of {packageLock.Packages.Count} packages asked for");
        }

        work.StepStarted(title);
        using var ask = new AskMirrors(new Store(messages: work, time: session.Time), new FetchOptions { Messages = work });
        var served = await ask.RunAsync(packageLock, [.. packageLock.Packages.Values], Answered, cancellation).ConfigureAwait(false);
        work.StepDone(title, session.Time.GetElapsedTime(begun));
        return served;
    }
}
