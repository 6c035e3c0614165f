// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Owns the network cards, and routes for all others. Its uplink gets an address by DHCP, with which everything from inside goes
/// out.
/// </summary>
public static class NetVm
{
    public const string Name = "net-vm";

    /// <param name="card">The hardware's device that leads outside: Ethernet, or Wi-Fi with the feature of that name.</param>
    public static VmSpec With(string card, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        VmSpec.Named(Name, file, line)
            .Memory(256.MiB)
            .Devices([card], file, line)
            .Uplink(card, file, line)
            .AsRouter()
            .Packages(["systemd-resolved"])
            .KernelModules(["nft_chain_nat", "nft_masq"])
            .Files(
            [
                FileSpec.Rendered("/etc/systemd/network/10-outside.link", OutsideLink),
                FileSpec.Text("/etc/systemd/network/10-outside.network", OutsideNetwork),
                FileSpec.Copy("/etc/systemd/resolved.conf.d/50-ghaf.conf", "net-vm/resolved.conf"),
                FileSpec.Enable("systemd-resolved.service"),
                FileSpec.Copy("/etc/systemd/system/dnsmasq.service.d/50-net-vm.conf", "net-vm/after-resolved.conf"),
            ])
            .AsModule();

    // Debian calls this card by its slot, which is the hypervisor's choice; its driver is the hardware's. Where that is not
    // known, it is the one that is not virtual.
    private static string OutsideLink(VmContext vm) =>
        $"""
        [Match]
        Driver={vm.UplinkDriver ?? "!virtio_net"}

        [Link]
        Name={RouterBase.OutsideInterface}

        """;

    private const string OutsideNetwork =
        $"""
        [Match]
        Name={RouterBase.OutsideInterface}

        [Network]
        DHCP=ipv4
        LinkLocalAddressing=no
        IPv6AcceptRA=no

        [DHCPv4]
        SendHostname=no
        UseHostname=no
        UseNTP=no

        """;
}
