// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain;

/// <summary>What a firmware with Secure Boot makes of a program.</summary>
public enum SignatureState
{
    /// <summary>It starts: a key that the firmware trusts has signed it as it is.</summary>
    Trusted,

    /// <summary>Signed by a key that the firmware does not know.</summary>
    Foreign,

    /// <summary>Signed, and changed afterwards.</summary>
    Altered,

    Unsigned,

    /// <summary>The file is no UEFI program.</summary>
    NoProgram,
}
