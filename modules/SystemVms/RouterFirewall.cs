// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// A gateway's nftables. What comes over a cable with another card's or another machine's address than those at its end is dropped
/// before anything else looks at it; who passes is counted, each by himself.
/// </summary>
internal static class RouterFirewall
{
    private const string Outside = RouterBase.OutsideInterface;

    public static string Text(VmContext vm) =>
        $$"""
        #!/usr/sbin/nft -f
        # Nothing passes but what stands here.
        flush ruleset
        table inet ghaf {
          chain senders {
            type filter hook prerouting priority raw; policy accept;
        {{Lines(vm, Pinned)}}  }
          chain input {
            type filter hook input priority filter; policy drop;
            iif lo accept
            ct state established,related accept
        {{Lines(vm, link => Admitted(vm, link))}}    counter comment "refused to this VM"
          }
          chain forward {
            type filter hook forward priority filter; policy drop;
            iifname "{{Outside}}" ct state established,related accept
        {{Lines(vm, Passed)}}    counter comment "refused to pass"
          }
        }
        {{(vm.Uplink is null ? Translation : "")}}
        """;

    // Only where the machine's own card leads outside: further in, everybody is seen with his own address.
    private const string Translation =
        $$"""
        table ip ghaf_nat {
          chain postrouting {
            type nat hook postrouting priority srcnat;
            oifname "{{Outside}}" masquerade
          }
        }

        """;

    // 0.0.0.0 is who asks for his address.
    private static IEnumerable<string> Pinned(LinkPlan link) =>
    [
        $"{From(link)} ether saddr != {link.ClientMac} counter drop",
        $"{From(link)} ip saddr != {{ {string.Join(", ", ["0.0.0.0", .. Senders(link)])} }} counter drop",
    ];

    private static IEnumerable<string> Admitted(VmContext vm, LinkPlan link) =>
    [
        $"{From(link)} udp sport 68 udp dport 67 accept",
        $"{From(link)} ip saddr {link.ClientAddress} ip daddr {link.GatewayAddress} meta l4proto {{ tcp, udp }} th dport 53 accept",
        .. vm.Openings.Select(opening =>
            $"{From(link)} ip saddr {link.ClientAddress} {opening.Protocol.ToString().ToLowerInvariant()} dport {opening.Port} accept"),
    ];

    private static IEnumerable<string> Passed(LinkPlan link) =>
        Senders(link).Select(sender => $"{From(link)} ip saddr {sender} oifname \"{Outside}\" counter accept");

    private static ImmutableArray<string> Senders(LinkPlan link) =>
        [$"{link.ClientAddress}", .. link.Behind.Select(address => address.ToString())];

    private static string From(LinkPlan link) => $"iifname \"{link.Name}\"";

    private static string Lines(VmContext vm, Func<LinkPlan, IEnumerable<string>> rules)
    {
        var lines = new StringBuilder();
        foreach (var rule in vm.Serves.SelectMany(rules))
        {
            lines.Append($"    {rule}\n");
        }

        return lines.ToString();
    }
}
