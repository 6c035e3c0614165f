// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Owns the network cards. Its uplink gets an address by DHCP; to each VM behind it, it gives that VM's registered
/// address and a resolver on their common link; it forwards from the links to the uplink and nothing else.
/// </summary>
public static class NetVm
{
    public const string Name = "net-vm";

    private const string OutsideInterface = "outside";

    /// <param name="card">The hardware's device that leads outside: Ethernet, or Wi-Fi with the feature of that name.</param>
    public static VmSpec With(string card, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(Name, file, line)
            .Memory(256.MiB)
            .Devices([card], file, line)
            .Uplink(card, file, line)
            .Packages(["dnsmasq-base", "nftables", "systemd-resolved"])
            .KernelFragments(["firewall"])
            .KernelModules(["nf_tables", "nft_ct", "nft_chain_nat", "nft_masq"])
            .Files(
            [
                FileSpec.Rendered("/etc/systemd/network/10-outside.link", OutsideLink),
                FileSpec.Text("/etc/systemd/network/10-outside.network", OutsideNetwork),
                FileSpec.Rendered("/etc/nftables.conf", Firewall),
                FileSpec.Enable("nftables.service", "sysinit.target"),
                FileSpec.Text("/etc/sysctl.d/50-net-vm.conf", Sysctl),
                FileSpec.Rendered("/etc/ghaf/dnsmasq.conf", Dnsmasq),
                FileSpec.Copy("/etc/systemd/resolved.conf.d/50-ghaf.conf", "net-vm/resolved.conf"),
                FileSpec.Enable("systemd-resolved.service"),
                FileSpec.Copy("/etc/systemd/system/dnsmasq.service", "net-vm/dnsmasq.service"),
                FileSpec.Link("/etc/systemd/system/multi-user.target.wants/dnsmasq.service", "../dnsmasq.service"),
            ])
            .FilesForLink(LinkFiles)
            .AsModule();

    // Debian calls this card by its slot, which is the hypervisor's choice; its driver is the hardware's. Where that is not
    // known, it is the one that is not virtual.
    private static string OutsideLink(VmContext vm) =>
        $"""
        [Match]
        Driver={vm.UplinkDriver ?? "!virtio_net"}

        [Link]
        Name={OutsideInterface}

        """;

    private const string OutsideNetwork =
        $"""
        [Match]
        Name={OutsideInterface}

        [Network]
        DHCP=ipv4
        LinkLocalAddressing=no
        IPv6AcceptRA=no

        [DHCPv4]
        SendHostname=no
        UseHostname=no
        UseNTP=no

        """;

    private static ImmutableArray<FileSpec> LinkFiles(LinkPlan link) =>
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

            """),
    ];

    private const string Sysctl =
        """
        net.ipv4.ip_forward=1
        net.ipv4.conf.all.rp_filter=1
        net.ipv6.conf.all.disable_ipv6=1
        net.ipv6.conf.default.disable_ipv6=1

        """;

    private static string Firewall(VmContext vm)
    {
        var input = new StringBuilder();
        var forward = new StringBuilder();
        foreach (var link in vm.Serves)
        {
            var from = $"iifname \"{link.Name}\"";
            input.Append($"    {from} udp sport 68 udp dport 67 accept\n");
            input.Append($"    {from} ip saddr {link.ClientAddress} ip daddr {link.GatewayAddress}")
                .Append(" meta l4proto { tcp, udp } th dport 53 accept\n");
            foreach (var opening in vm.Openings)
            {
                input.Append($"    {from} ip saddr {link.ClientAddress}")
                    .Append($" {opening.Protocol.ToString().ToLowerInvariant()} dport {opening.Port} accept\n");
            }

            forward.Append($"    {from} ip saddr {link.ClientAddress} oifname \"{OutsideInterface}\" accept\n");
        }

        return $$"""
            #!/usr/sbin/nft -f
            # Nothing passes but what stands here.
            flush ruleset
            table inet ghaf {
              chain input {
                type filter hook input priority filter; policy drop;
                iif lo accept
                ct state established,related accept
            {{input}}    counter comment "refused to this VM"
              }
              chain forward {
                type filter hook forward priority filter; policy drop;
                iifname "{{OutsideInterface}}" ct state established,related accept
            {{forward}}    counter comment "refused to pass"
              }
            }
            table ip ghaf_nat {
              chain postrouting {
                type nat hook postrouting priority srcnat;
                oifname "{{OutsideInterface}}" masquerade
              }
            }

            """;
    }

    private static string Dnsmasq(VmContext vm)
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
            resolv-file=/run/systemd/resolve/resolv.conf
            dhcp-authoritative
            leasefile-ro
            {links}
            """;
    }
}
