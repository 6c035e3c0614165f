// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>A file was taken for the disk of a device.</summary>
public sealed class NoBootPartitionException(string disk)
    : GhafException(
        $"{disk} has no EFI system partition.", "Name a target, or the disk image that `ghaf build` printed.")
{
    public override ExitCode ExitCode => ExitCode.Integrity;
}
