// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>An archive tries to write outside of the folder it is extracted to.</summary>
public sealed class TreeEscapeException(string archive, string entry, string problem)
    : GhafException($"{archive} has the entry “{entry}”, which {problem}.", "Do not use this package; report it to its builder.")
{
    public override ExitCode ExitCode => ExitCode.Integrity;
}
