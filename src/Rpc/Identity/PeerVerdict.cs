// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>Who a peer is; exactly one of the two is there.</summary>
/// <param name="Name">Such as <c>net-vm</c> or <c>host</c>.</param>
/// <param name="Refusal">Why it is not believed: a sentence.</param>
public sealed record PeerVerdict(string? Name, string? Refusal)
{
    internal static PeerVerdict Is(string name) => new(name, null);

    internal static PeerVerdict Refuse(string why) => new(null, why);
}
