// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Looks for the servers, and has every VM behind the gateway look up a name.</summary>
internal sealed class GatewayServesDhcpAndDns : IStatement
{
    public string Text => "The gateway serves DHCP and DNS to the VMs behind it";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var state = (await context.Device.VmAsync(
            context.Gateway.Name.Value, "systemctl is-active dnsmasq.service", TimeSpan.FromSeconds(30), cancellation)
            .ConfigureAwait(false)).Text.Trim();
        var sockets = await context.VmAsync(context.Gateway.Name, "ss -Hlun 'sport = :67 or sport = :53'", cancellation).ConfigureAwait(false);
        if (state != "active" || !sockets.Contains(":67 ", StringComparison.Ordinal) || !sockets.Contains(":53 ", StringComparison.Ordinal))
        {
            return StatementResult.False($"dnsmasq is {state}; sockets: {sockets.Replace("\n", "; ", StringComparison.Ordinal)}");
        }

        // The gateway is ready before its lease has told it whom to ask.
        const string LookUp = $"for i in 1 2 3; do getent hosts {Outside.WebName} && exit; sleep 1; done; exit 1";
        foreach (var link in context.Plan.Links)
        {
            if (!await context.VmSucceedsAsync(link.Client, LookUp, cancellation).ConfigureAwait(false))
            {
                return StatementResult.False($"{link.Client} cannot look up {Outside.WebName} at {link.GatewayAddress}");
            }
        }

        return StatementResult.True($"dnsmasq is active; {context.Plan.Links.Length} VMs looked up {Outside.WebName}");
    }
}
