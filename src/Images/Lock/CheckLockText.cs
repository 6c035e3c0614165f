// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Reads a lock file leniently, to tell everything that is wrong in it at once.</summary>
public static class CheckLockText
{
    private const string Mend = "Restore the file from version control, or make it anew with `ghaf lock update`.";

    /// <exception cref="LockUnreadableException">It has not even the form of a lock; or there is none.</exception>
    public static async Task<(PackageLock Lock, ImmutableArray<LockFinding> Findings)> LoadAsync(
        string path, CancellationToken cancellation = default) =>
        Run(path, await PackageLockFile.ReadAsync(path, cancellation).ConfigureAwait(false));

    /// <summary>The same for a text that was read already.</summary>
    public static (PackageLock Lock, ImmutableArray<LockFinding> Findings) Run(string file, string text)
    {
        var (packageLock, faults) = PackageLockReader.ReadWithFaults(file, text);
        var findings = faults.Select(fault => new LockFinding(LockFindingKind.Malformed, fault.Problem, Mend) { Line = fault.Line });
        return faults.IsEmpty && PackageLockWriter.Write(packageLock) != text
            ? (packageLock, [NotCanonical(text, PackageLockWriter.Write(packageLock))])
            : (packageLock, [.. findings]);
    }

    private static LockFinding NotCanonical(string text, string canonical)
    {
        var same = text.AsSpan().CommonPrefixLength(canonical);
        return new(
            LockFindingKind.NotCanonical,
            "The file says what a lock says, but in another order or with other spaces than ghaf writes, so it was changed "
            + "by hand or by a merge.",
            "Run `ghaf lock update` and commit the new ghaf.lock.")
        {
            Line = text.AsSpan(0, same).Count('\n') + 1,
        };
    }
}
