// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Something in a root needs what is not there.</summary>
public sealed class RootNotClosedException(string system, IReadOnlyList<string> faults) : GhafException(
    $"The root of {system} lacks what is needed in it:\n{string.Join('\n', faults.Select(fault => $"- {fault}"))}",
    "Add what is missing to KeptFiles of the host, or take away what needs it.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
