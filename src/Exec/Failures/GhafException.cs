// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>A failure that ghaf understands: what happened, and how to mend it.</summary>
/// <param name="what">One or more sentences that say what happened and to which object.</param>
/// <param name="mend">One sentence that says what to do about it.</param>
/// <param name="cause">The failure underneath, if there is one.</param>
public abstract class GhafException(string what, string mend, Exception? cause = null)
    : Exception(what + "\n" + mend, cause)
{
    public string What { get; } = what;

    public string Mend { get; } = mend;

    /// <summary>The status with which the command-line tool ends.</summary>
    public abstract ExitCode ExitCode { get; }
}
