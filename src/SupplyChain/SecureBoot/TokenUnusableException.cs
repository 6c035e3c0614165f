// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>A private key in a PKCS #11 token cannot be used.</summary>
/// <param name="place">Where the key is named: a file, or an option.</param>
public sealed class TokenUnusableException(string place, string why, string mend, Exception? cause = null)
    : GhafException($"The key in a token that {place} names cannot be used: {why}.", mend, cause)
{
    public override ExitCode ExitCode => ExitCode.Integrity;
}
