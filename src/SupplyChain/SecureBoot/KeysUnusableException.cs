// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>A key of Secure Boot cannot be used.</summary>
public sealed class KeysUnusableException(string file, string why, Exception? cause = null)
    : GhafException(
        $"The Secure Boot key {file} cannot be used: {why}.",
        "Put the right files back, or make new keys with `ghaf secureboot keys create --force`; devices that trust the old ones do not start what the new ones sign.",
        cause)
{
    public override ExitCode ExitCode => ExitCode.Integrity;
}
