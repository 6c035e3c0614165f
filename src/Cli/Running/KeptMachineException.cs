// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The storage of a machine that was kept does not fit into the device as it is built now.</summary>
internal sealed class KeptMachineException(string folder) : GhafException(
    $"The machine in {folder} has storage that has no room in the disk of this device; nothing was changed.",
    "Give the volumes their old sizes, or name another folder with --machine: a new machine.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
