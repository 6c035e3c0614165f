// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>The servers that a gateway has on its cables: DHCP with one address for each, and DNS that asks the next one outside.</summary>
internal static class RouterDnsmasq
{
    public static string Text(VmContext vm)
    {
        var links = new StringBuilder();
        foreach (var link in vm.Serves)
        {
            links.Append($"""

                # {link.Client}
                interface={link.Name}
                dhcp-range=set:{link.Name},{link.ClientAddress},static,255.255.255.252,12h
                dhcp-host={link.ClientMac},{link.ClientAddress}

                """);
        }

        return $"""
            # Addresses and names for the VMs behind this one; each has its own registered address and no other.
            keep-in-foreground
            user=dnsmasq
            # Not bind-dynamic: it can miss an address that a link gets while the server works. The firewall guards.
            except-interface=lo
            no-hosts
            {Servers(vm)}
            dhcp-authoritative
            leasefile-ro
            {links}
            """;
    }

    // A card's name servers come with its lease; those of a cable's other end are known.
    private static string Servers(VmContext vm) => vm.Uplink is null
        ? "resolv-file=/run/systemd/resolve/resolv.conf"
        : $"""
          no-resolv
          server={vm.Uplink.GatewayAddress}
          """;
}
