// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Looks for the servers, and has every VM behind a gateway look up a name.</summary>
internal sealed class GatewaysServeDhcpAndDns : IStatement
{
    // A gateway is ready before the lease outside has told whom to ask.
    private const string LookUp = $"for i in 1 2 3; do getent hosts {Outside.WebName} && exit; sleep 1; done; exit 1";

    public string Text => "Every gateway serves DHCP and DNS to the VMs behind it";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) =>
        EachGateway.CheckAsync(context, links => CheckAsync(context, links, cancellation));

    private static async Task<StatementResult> CheckAsync(
        CheckContext context, ImmutableArray<LinkPlan> links, CancellationToken cancellation)
    {
        var gateway = links[0].Gateway;
        var state = (await context.Device.VmAsync(
            gateway.Value, "systemctl is-active dnsmasq.service", TimeSpan.FromSeconds(30), cancellation).ConfigureAwait(false)).Text.Trim();
        var sockets = await context.VmAsync(gateway, "ss -Hlun 'sport = :67 or sport = :53'", cancellation).ConfigureAwait(false);
        if (state != "active" || !sockets.Contains(":67 ", StringComparison.Ordinal) || !sockets.Contains(":53 ", StringComparison.Ordinal))
        {
            return StatementResult.False($"dnsmasq is {state}; sockets: {sockets.Replace("\n", "; ", StringComparison.Ordinal)}");
        }

        foreach (var link in links)
        {
            if (!await context.VmSucceedsAsync(link.Client, LookUp, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"{link.Client} cannot look up {Outside.WebName} at {link.GatewayAddress}");
            }
        }

        return StatementResult.True(
            $"dnsmasq is active, {string.Join(" and ", links.Select(link => link.Client))} looked up {Outside.WebName}");
    }
}
