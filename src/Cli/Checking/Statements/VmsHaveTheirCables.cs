// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Lists the network cards of every VM, and looks who answers at the other end of each cable.</summary>
internal sealed class VmsHaveTheirCables : IStatement
{
    // ens3 02:47:e1:aa:95:a9
    private const string Cards = "for i in /sys/class/net/*; do echo ${i##*/} $(cat $i/address); done";

    public string Text => "Every VM has a network card for each of its cables and no other, and the plan's VM is at the other end";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        foreach (var vm in context.Plan.Vms)
        {
            var text = await context.VmAsync(vm.Name, Cards, cancellation).ConfigureAwait(false);
            var found = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .Where(card => card[0] != "lo" && !(vm.Uplink is not null && card[0] == "outside"))
                .Select(card => card[^1]).Order(StringComparer.Ordinal).ToArray();
            if (!found.SequenceEqual(Expected(context.Plan, vm).Order(StringComparer.Ordinal)))
            {
                return StatementResult.False($"{vm.Name} has {(found.Length == 0 ? "no card" : string.Join(", ", found))}, expected "
                    + string.Join(", ", Expected(context.Plan, vm)));
            }
        }

        var evidence = new List<string>();
        foreach (var link in context.Plan.Links)
        {
            // A connection makes each end ask for the other one's card.
            await TcpProbe.ReachesAsync(context, link.Client, link.GatewayAddress.ToString(), 53, cancellation).ConfigureAwait(false);
            var there = await NeighbourAsync(context, link.Client, $"{link.GatewayAddress}", cancellation).ConfigureAwait(false);
            var here = await NeighbourAsync(context, link.Gateway, $"{link.ClientAddress} dev {link.Name}", cancellation).ConfigureAwait(false);
            if (there != link.GatewayMac.ToString() || here != link.ClientMac.ToString())
            {
                return StatementResult.False(
                    $"on {link.Name}, {link.Client} sees {there} and {link.Gateway} sees {here}; expected {link.GatewayMac} and {link.ClientMac}");
            }

            evidence.Add($"{link.Client} {link.ClientMac} ↔ {link.GatewayMac} {link.Gateway}");
        }

        return StatementResult.True(string.Join("; ", evidence));
    }

    private static IEnumerable<string> Expected(DevicePlan plan, VmPlan vm) =>
    [
        .. plan.Links.Where(link => link.Client == vm.Name).Select(link => link.ClientMac.ToString()),
        .. plan.Links.Where(link => link.Gateway == vm.Name).Select(link => link.GatewayMac.ToString()),
    ];

    // 10.71.2.1 dev ens3 lladdr 02:47:49:6d:ff:6b REACHABLE
    private static async Task<string> NeighbourAsync(CheckContext context, VmName vm, string address, CancellationToken cancellation)
    {
        var words = (await context.VmAsync(vm, $"ip neigh show to {address}", cancellation).ConfigureAwait(false)).Split(' ');
        var at = Array.IndexOf(words, "lladdr");
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : "nobody";
    }
}
