// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>Whether a caller may come from a machine; a stolen identity is worth nothing elsewhere.</summary>
/// <param name="caller">The name in its certificate.</param>
/// <param name="cid">Of the machine, by the kernel's word.</param>
/// <param name="vouchedFor">Who calls, by that machine's word; null when it said nothing.</param>
public delegate bool CallerOrigin(string caller, uint cid, string? vouchedFor);
