// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>A lock file as git has it.</summary>
/// <param name="Revision">Whatever git understands as a commit.</param>
/// <param name="Path">Relative to the checkout.</param>
internal sealed record LockRevision(string Revision, string Path)
{
    /// <summary>Reads <c>REV:</c>, <c>REV:PATH</c> and <c>@REV</c>; git's own <c>@</c>, <c>@~2</c> and <c>@{u}</c> too.</summary>
    /// <returns>Null if the text has none of these forms.</returns>
    public static LockRevision? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text switch
        {
            "@" or ['@', '~' or '^' or '{', ..] when colon < 0 => new(text, PackageLock.FileName),
            ['@', .. var revision] when colon < 0 => new(revision, PackageLock.FileName),
            _ when colon <= 0 => null,
            _ => new(text[..colon], colon == text.Length - 1 ? PackageLock.FileName : text[(colon + 1)..]),
        };
    }

    public override string ToString() => $"{Revision}:{Path}";

    /// <exception cref="LockRevisionException">There is no such commit, it has no such file, or that is no lock.</exception>
    public async Task<PackageLock> ReadAsync(string folder, CancellationToken cancellation)
    {
        Command Git(params ReadOnlySpan<string> words) => Command.Of("git", words) with { WorkingDirectory = folder, FailureThrows = false };

        var commit = await Git("rev-parse", "--verify", "--quiet", "--end-of-options", Revision + "^{commit}")
            .RunAsync(cancellation).ConfigureAwait(false);
        if (commit.Status != 0)
        {
            throw LockRevisionException.NoCommit(Revision, folder, commit.Error);
        }

        var blob = await Git("cat-file", "blob", $"{commit.Output.Trim()}:./{Path}").RunAsync(cancellation).ConfigureAwait(false);
        if (blob.Status != 0)
        {
            throw LockRevisionException.NoFile(this, blob.Error);
        }

        try
        {
            return PackageLock.Parse(ToString(), blob.Output);
        }
        catch (LockUnreadableException damaged)
        {
            throw LockRevisionException.Damaged(damaged);
        }
    }
}
