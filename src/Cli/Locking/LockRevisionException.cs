// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>A revision has no lock to compare with.</summary>
internal sealed class LockRevisionException : GhafException
{
    private const string ListThem = "`git log --oneline -- ghaf.lock` lists the revisions that changed it.";

    private LockRevisionException(string what, string mend, Exception? cause = null)
        : base(what, mend, cause)
    {
    }

    public override ExitCode ExitCode => ExitCode.LockStale;

    public static LockRevisionException NoCommit(string revision, string folder, string answer) =>
        new($"git knows no commit “{revision}” in {folder}.{Said(answer)}", ListThem);

    public static LockRevisionException NoFile(LockRevision revision, string answer) =>
        new($"The commit “{revision.Revision}” has no file {revision.Path}.{Said(answer)}", ListThem);

    public static LockRevisionException Damaged(LockUnreadableException damaged) =>
        new(damaged.What, "Compare with another revision. " + ListThem, damaged);

    private static string Said(string answer) => answer.Trim() is { Length: > 0 } words ? $" It says:\n{words}" : "";
}
