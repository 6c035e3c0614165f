// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Net;

namespace Ghaf.Model;

/// <summary>
/// A cable between two VMs: one network card in each, nobody else on it. What is not linked cannot reach each other.
/// </summary>
public sealed record LinkPlan
{
    /// <summary>The networks of all links of a device lie in this one.</summary>
    public const string AllNetworks = "10.71.0.0/16";

    /// <summary>The interface's name in the gateway, for example <c>link1</c>.</summary>
    public required string Name { get; init; }

    public required VmName Gateway { get; init; }

    public required VmName Client { get; init; }

    public required MacAddress GatewayMac { get; init; }

    public required MacAddress ClientMac { get; init; }

    public required IPAddress GatewayAddress { get; init; }

    public required IPAddress ClientAddress { get; init; }

    /// <summary>Bits of the network's prefix: 30, for two machines.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>
    /// Of a client that routes: the addresses of the VMs behind it, near or far. Their packets come over this cable with these
    /// addresses, and what is for them goes back over it.
    /// </summary>
    public ImmutableArray<IPAddress> Behind { get; init => field = value.IsDefault ? [] : value; } = [];
}
