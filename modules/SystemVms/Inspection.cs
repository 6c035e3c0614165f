// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// Suricata in a gateway, in the way of whatever it forwards and of the names that it is asked for. The kernel hands it each packet and
/// waits for its word; nobody else lets a packet pass when it is not there.
/// </summary>
internal static class Inspection
{
    private const string Folder = "/etc/ghaf/ids";

    /// <summary>Makes a gateway inspect; its firewall has <see cref="Tables"/>.</summary>
    public static VmSpec Inspects(this VmSpec vm, IEnumerable<string> rules, bool shutsOut, string file, int line) => vm
        .Packages(["suricata"])
        .KernelFragments(["inspection"])
        .KernelModules(["nfnetlink_queue", "nft_queue"])
        .Files(
        [
            FileSpec.Copy($"{Folder}/suricata.yaml", "ids/suricata.yaml"),
            FileSpec.Rendered($"{Folder}/addresses.yaml", Addresses),
            Rules("ids/rules/default.rules"),
            .. shutsOut ? [Rules("ids/rules/shut-out.rules")] : (FileSpec[])[],
            .. rules.Select(source => Rules(source, file, line)),

            // In the place of the package's own, which would listen beside the way.
            FileSpec.Copy("/etc/systemd/system/suricata.service", "ids/suricata.service"),
            FileSpec.Link("/etc/systemd/system/multi-user.target.wants/suricata.service", "../suricata.service"),
        ]);

    /// <summary>
    /// Before the gateway's own rules, so that what these refuse is seen too; and before anybody asks whether a connection is known, so
    /// that there is no shorter way for one that is. Names are asked for here and not outside: they would be a way round. What has
    /// options of IP, or a header that makes no sense, is dropped at once: Suricata would let it pass unread.
    /// </summary>
    public static string Tables(VmContext vm)
    {
        var inside = string.Join(", ", vm.Serves.Select(link => $"\"{link.Name}\""));
        return inside.Length == 0 ? "" :
            $$"""
            table inet ghaf_inspection {
              chain forward {
                type filter hook forward priority filter - 10; policy drop;
                ip hdrlength > 5 counter drop
                ct state invalid counter drop
                counter queue to 0
              }
              chain input {
                type filter hook input priority filter - 10; policy accept;
                iifname { {{inside}} } ip hdrlength > 5 counter drop
                iifname { {{inside}} } meta l4proto { tcp, udp } th dport 53 counter queue to 0
              }
              chain output {
                type filter hook output priority filter - 10; policy accept;
                oifname { {{inside}} } meta l4proto { tcp, udp } th sport 53 counter queue to 0
              }
            }

            """;
    }

    private static FileSpec Rules(string source, string file = "", int line = 0) =>
        FileSpec.Copy($"{Folder}/rules/{Path.GetFileName(source)}", source, file, line);

    private static string Addresses(VmContext vm) => new StringBuilder()
        .Append("%YAML 1.1\n---\n# Names for addresses, for rules.\nvars:\n  address-groups:\n")
        .Append($"    VMS: \"[{string.Join(',', vm.Serves.SelectMany(link => link.Behind.Prepend(link.ClientAddress)))}]\"\n")
        .Append($"    GATEWAYS: \"[{string.Join(',', vm.Serves.Select(link => link.GatewayAddress))}]\"\n")
        .Append($"    DEVICE: \"{LinkPlan.AllNetworks}\"\n")
        .ToString();
}
