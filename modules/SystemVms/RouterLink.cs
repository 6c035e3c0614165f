// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>A gateway's end of a cable: its name, its address, and the way back to whoever is behind the other end.</summary>
internal static class RouterLink
{
    public static ImmutableArray<FileSpec> Files(LinkPlan link) =>
    [
        FileSpec.Text(
            $"/etc/systemd/network/20-{link.Name}.link",
            $"""
            # The cable to {link.Client}.
            [Match]
            PermanentMACAddress={link.GatewayMac}

            [Link]
            Name={link.Name}

            """),
        FileSpec.Text(
            $"/etc/systemd/network/20-{link.Name}.network",
            $"""
            [Match]
            Name={link.Name}

            [Network]
            Address={link.GatewayAddress}/{link.PrefixLength}
            ConfigureWithoutCarrier=yes
            LinkLocalAddressing=no
            IPv6AcceptRA=no
            {Routes(link)}
            """),
    ];

    // Machines and not networks: the ends of further cables are nobody's business here.
    private static string Routes(LinkPlan link) => string.Concat(link.Behind.Select(address =>
        $"""

        [Route]
        Destination={address}/32
        Gateway={link.ClientAddress}

        """));
}
