// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The lock file cannot be written.</summary>
public sealed class LockNotWritableException(string file, Exception cause)
    : GhafException(
        $"{file} cannot be written: {cause.Message}",
        "Make its folder writable for you; the old file, if there was one, is as it was.",
        cause)
{
    public string File { get; } = file;

    public override ExitCode ExitCode => ExitCode.Environment;
}
