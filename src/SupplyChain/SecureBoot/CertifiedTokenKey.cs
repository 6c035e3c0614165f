// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain;

/// <summary>A private key in a token, with what others know it by.</summary>
/// <param name="Certificate">PEM.</param>
public sealed record CertifiedTokenKey(TokenKey Key, string Certificate);
