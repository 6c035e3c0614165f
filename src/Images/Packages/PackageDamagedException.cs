// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A package file has the right hash, or came without one, and yet is not what a package is.</summary>
public sealed class PackageDamagedException(string file, string problem, Exception? cause = null)
    : GhafException($"{file}: {problem}", "Report it to whoever built the package; a mirror cannot be at fault, the hash was right.", cause)
{
    public override ExitCode ExitCode => ExitCode.Integrity;
}
