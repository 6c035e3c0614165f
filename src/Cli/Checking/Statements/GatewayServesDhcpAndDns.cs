// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Looks for the servers and their sockets.</summary>
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
        var dhcp = sockets.Contains(":67 ", StringComparison.Ordinal);
        var dns = context.Plan.Links.All(link => sockets.Contains($"{link.GatewayAddress}:53 ", StringComparison.Ordinal));
        return state == "active" && dhcp && dns
            ? StatementResult.True($"dnsmasq is active, port 67 and port 53 of {context.Plan.Links.Length} links are open")
            : StatementResult.False($"dnsmasq is {state}; sockets: {sockets.Replace("\n", "; ", StringComparison.Ordinal)}");
    }
}
