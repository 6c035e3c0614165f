// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>Keys would be overwritten.</summary>
public sealed class KeysExistException(string folder)
    : GhafException(
        $"{folder} has Secure Boot keys already.",
        "Keep them, or replace them with --force: devices that trust the old ones do not start what the new ones sign.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
