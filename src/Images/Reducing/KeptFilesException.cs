// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A reduced host keeps something that is not there, or nothing of a package that it asks for.</summary>
public sealed class KeptFilesException(IReadOnlyList<string> faults) : GhafException(
    $"What the host keeps of its packages does not fit them:\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}",
    "Correct KeptFiles of the host in the definition.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
