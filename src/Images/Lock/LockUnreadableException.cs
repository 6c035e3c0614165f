// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The lock file cannot be used as it is.</summary>
/// <param name="file">Its path.</param>
/// <param name="line">Counted from 1; 0 if it is no line in particular.</param>
/// <param name="problem">A sentence that says what is wrong.</param>
/// <param name="cause">The failure underneath.</param>
/// <param name="mend">Null: restore it or make it anew.</param>
public sealed class LockUnreadableException(string file, int line, string problem, Exception? cause = null, string? mend = null)
    : GhafException(
        (line > 0 ? $"{file}:{line}: " : $"{file}: ") + problem,
        mend ?? "Restore the file from version control, or make it anew with `ghaf lock update`.",
        cause)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public override ExitCode ExitCode => ExitCode.LockStale;
}
