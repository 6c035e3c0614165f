// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>Writes <c>ghaf.lock</c>: makes it, adds what it lacks, or resolves all of it anew.</summary>
internal sealed class MakeLock(string file, ResolvePackages resolve, TimeProvider time)
{
    private const string Title = "Resolve packages";

    public static MakeLock For(Session session) => new(session.Checkout.LockFile, WithApt, session.Time);

    /// <summary>
    /// Adds what is missing and leaves the rest as it is, but for sets that no target of the checkout asks for any more.
    /// A lock that needs no change is not written.
    /// </summary>
    /// <exception cref="LockUnreadableException">There is a lock, and it is damaged.</exception>
    /// <exception cref="LockSupersededException">Something has to be added, and does not fit the locked packages.</exception>
    public async Task<MadeLock> AddAsync(LockUses uses, IWorkDisplay work, CancellationToken cancellation)
    {
        var before = File.Exists(file) ? await PackageLock.LoadAsync(file, cancellation).ConfigureAwait(false) : null;
        var kept = before is null || !uses.AreAll
            ? before
            : before.With(before.Sets.Where(set => uses.Requests.Any(request => request.SequenceEqual(set.Request))));
        ImmutableArray<ImmutableArray<string>> missing = [.. uses.Requests.Where(request => kept?.FindSet(request) is null)];
        if (missing.IsEmpty && kept is not null)
        {
            return kept.Sets.Length == before!.Sets.Length
                ? new(before, before, IsWritten: false)
                : await SaveAsync(before, kept, cancellation).ConfigureAwait(false);
        }

        var after = await ResolveAsync(missing, kept, work, cancellation).ConfigureAwait(false);
        return await SaveAsync(before, after, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// A lock is one moment of the archive, so all is resolved anew: what the targets need and, if they are not all there
    /// are, whatever else is locked.
    /// </summary>
    /// <param name="dryRun">The file stays as it is.</param>
    public async Task<MadeLock> UpdateAsync(LockUses uses, bool dryRun, IWorkDisplay work, CancellationToken cancellation)
    {
        var before = await LoadIfWholeAsync(work, cancellation).ConfigureAwait(false);
        var others = uses.AreAll || before is null ? [] : before.Sets.Select(set => set.Request);
        ImmutableArray<ImmutableArray<string>> requests =
            [.. uses.Requests.Concat(others).DistinctBy(request => string.Join(' ', request))];
        var after = await ResolveAsync(requests, null, work, cancellation).ConfigureAwait(false);
        return dryRun
            ? new(before, after, IsWritten: false)
            : await SaveAsync(before, after, cancellation).ConfigureAwait(false);
    }

    private static Task<PackageLock> WithApt(
        ImmutableArray<ImmutableArray<string>> requests, PackageLock? keep, IProgress<string> messages, CancellationToken cancellation) =>
        ResolveLock.RunAsync(
            requests.Select(request => (IReadOnlyCollection<string>)request),
            new ResolveLockOptions { Keep = keep, Messages = messages },
            cancellation);

    private async Task<PackageLock?> LoadIfWholeAsync(IWorkDisplay work, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return await PackageLock.LoadAsync(file, cancellation).ConfigureAwait(false);
        }
        catch (LockUnreadableException damaged) when (damaged.InnerException is not (IOException or UnauthorizedAccessException))
        {
            work.Note($"{damaged.What} It is made anew, and what changes cannot be told.");
            return null;
        }
    }

    private async Task<PackageLock> ResolveAsync(
        ImmutableArray<ImmutableArray<string>> requests, PackageLock? keep, IWorkDisplay work, CancellationToken cancellation)
    {
        work.StepStarted(Title);
        var begun = time.GetTimestamp();
        var made = await resolve(requests, keep, work, cancellation).ConfigureAwait(false);
        work.StepDone(Title, time.GetElapsedTime(begun));
        return made;
    }

    private async Task<MadeLock> SaveAsync(PackageLock? before, PackageLock after, CancellationToken cancellation)
    {
        await after.SaveAsync(file, cancellation).ConfigureAwait(false);
        return new(before, after, IsWritten: true);
    }
}
