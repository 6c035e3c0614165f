// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Sends datagrams to a listener in each gateway, with and without an opening in its firewall.</summary>
internal sealed class GatewaysOfferOnlyTheirServicesOverUdp : IStatement
{
    private const string Unit = "ghaf-probe-udp.service";
    private const string Heard = "/run/ghaf-probe-udp";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public string Text => "A datagram from a VM to any other port of its gateway than DHCP and DNS is dropped";

    public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) =>
        EachGateway.CheckAsync(context, links => CheckAsync(context, links[0], cancellation));

    private static async Task<StatementResult> CheckAsync(CheckContext context, LinkPlan link, CancellationToken cancellation)
    {
        var withRule = await ReceivesAsync(context, link, open: true, cancellation).ConfigureAwait(false);
        var without = await ReceivesAsync(context, link, open: false, cancellation).ConfigureAwait(false);
        var rules = await context.VmAsync(
            link.Gateway, "nft list chain inet ghaf input | grep accept | grep -v -e 'iif \"lo\"' -e 'ct state'", cancellation).ConfigureAwait(false);
        var others = rules.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(rule => !rule.Contains("udp dport 67 ", StringComparison.Ordinal) && !rule.Contains("th dport 53 ", StringComparison.Ordinal))
            .Select(rule => rule.Trim())
            .ToArray();
        return (withRule, without, others) switch
        {
            (false, _, _) => StatementResult.False("the probe is blind: with an opening in the firewall nothing arrived either"),
            (_, true, _) => StatementResult.False($"a datagram from {link.Client} to port {TcpListener.Port} arrived"),
            (_, _, not []) => StatementResult.False($"the firewall also accepts: {string.Join("; ", others)}"),
            _ => StatementResult.True($"arrives with an opening for port {TcpListener.Port}, not without; all rules are for 67 and 53"),
        };
    }

    private static async Task<bool> ReceivesAsync(CheckContext context, LinkPlan link, bool open, CancellationToken cancellation)
    {
        await context.VmAsync(
            link.Gateway,
            $"systemctl stop {Unit} 2>/dev/null; rm -f {Heard}; systemd-run --quiet --collect --unit={Unit} "
            + $"-p StandardOutput=file:{Heard} nc -lu {link.GatewayAddress} {TcpListener.Port} && "
            + $"for i in 1 2 3 4 5 6 7 8 9 10; do ss -Hlun 'sport = :{TcpListener.Port}' | grep -q . && exit 0; sleep 0.5; done; exit 1",
            cancellation).ConfigureAwait(false);
        try
        {
            await using (open ? await FirewallOpening.MakeAsync(context, link.Gateway, "udp", cancellation).ConfigureAwait(false) : null)
            {
                await context.VmAsync(
                    link.Client,
                    $"for i in 1 2 3; do echo probe | nc -u -w 1 {link.GatewayAddress} {TcpListener.Port}; done; exit 0",
                    cancellation).ConfigureAwait(false);
            }

            return await context.VmSucceedsAsync(link.Gateway, $"grep -q probe {Heard}", cancellation).ConfigureAwait(false);
        }
        finally
        {
            await context.Device.VmAsync(
                link.Gateway.Value, $"systemctl stop {Unit}; rm -f {Heard}", Limit, context.CleanUp).ConfigureAwait(false);
        }
    }
}
