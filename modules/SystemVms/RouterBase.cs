// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// What every VM is made of that routes for others, be it by a card of the machine or by a gateway of its own: to each VM on one of
/// its cables it gives that VM's registered address and a resolver; it forwards from the cables to the outside and nothing else,
/// and only what comes from those who are at the other end, or behind it. It translates no addresses.
/// </summary>
public static class RouterBase
{
    /// <summary>The interface that leads outside: the machine's card, or the cable to the next gateway.</summary>
    public const string OutsideInterface = "outside";

    private const string Sysctl =
        """
        net.ipv4.conf.all.rp_filter=1
        net.ipv6.conf.all.disable_ipv6=1
        net.ipv6.conf.default.disable_ipv6=1

        """;

    // Read once the rules stand, and by nothing else: without them nothing is forwarded.
    private const string Forwarding = "net.ipv4.ip_forward=1\n";

    // Stopping it would take the rules away and leave the forwarding.
    private const string AfterRules =
        """
        [Service]
        ExecStartPost=/usr/lib/systemd/systemd-sysctl /etc/ghaf/forwarding.conf
        ExecStop=

        """;

    /// <summary>Makes a VM route. It says itself how its interface <see cref="OutsideInterface"/> gets name and address.</summary>
    /// <param name="tables">Further tables of its firewall, which come and go with the others. Default: none.</param>
    public static VmSpec AsRouter(this VmSpec vm, Func<VmContext, string>? tables = null)
    {
        ArgumentNullException.ThrowIfNull(vm);
        return vm
            .Routes()
            .Packages(["dnsmasq-base", "nftables"])
            .KernelFragments(["firewall"])
            .KernelModules(["nf_tables", "nft_ct"])
            .Files(
            [
                FileSpec.Text("/etc/sysctl.d/50-router.conf", Sysctl),
                FileSpec.Rendered("/etc/nftables.conf", context => RouterFirewall.Text(context) + tables?.Invoke(context)),
                FileSpec.Enable("nftables.service", "sysinit.target"),
                FileSpec.Text("/etc/ghaf/forwarding.conf", Forwarding),
                FileSpec.Text("/etc/systemd/system/nftables.service.d/50-forwarding.conf", AfterRules),
                FileSpec.Rendered("/etc/ghaf/dnsmasq.conf", RouterDnsmasq.Text),
                FileSpec.Copy("/etc/systemd/system/dnsmasq.service", "router/dnsmasq.service"),
                FileSpec.Link("/etc/systemd/system/multi-user.target.wants/dnsmasq.service", "../dnsmasq.service"),
            ])
            .FilesForLink(RouterLink.Files);
    }
}
