// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Tries every TCP port of the gateway from a VM behind it.</summary>
internal sealed class GatewayOffersOnlyDnsOverTcp : IStatement
{
    private const int Dns = 53;
    private static readonly TimeSpan ScanLimit = TimeSpan.FromMinutes(15);

    public string Text => "Of all TCP ports of the gateway, the VMs behind it reach DNS only";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var link = context.Plan.Links[0];
        var listener = await TcpListener.StartAsync(context, link.Gateway, link.GatewayAddress, cancellation).ConfigureAwait(false);
        await using (listener.ConfigureAwait(false))
        {
            // With an opening in the firewall the scan has to find the listener, or it would not notice a success.
            int[] opened;
            var opening = await FirewallOpening.MakeAsync(context, link.Gateway, "tcp", cancellation).ConfigureAwait(false);
            await using (opening.ConfigureAwait(false))
            {
                opened = await ScanAsync(context, link.Client, link, TcpListener.Port - 100, TcpListener.Port + 100, cancellation).ConfigureAwait(false);
            }

            if (opened is not [TcpListener.Port])
            {
                return StatementResult.False(
                    $"the scan is blind: with port {TcpListener.Port} opened it found {(opened.Length == 0 ? "nothing" : string.Join(", ", opened))}");
            }

            var found = await ScanAsync(context, link.Client, link, 1, 65535, cancellation).ConfigureAwait(false);
            return found is [Dns]
                ? StatementResult.True($"{link.Client} scanned 65535 ports: 53; with an opening the scan found {TcpListener.Port}")
                : StatementResult.False($"{link.Client} reaches {(found.Length == 0 ? "no port, not even DNS" : string.Join(", ", found))}");
        }
    }

    private static async Task<int[]> ScanAsync(
        CheckContext context, VmName from, LinkPlan link, int first, int last, CancellationToken cancellation)
    {
        var script = PortScan.Script(link.GatewayAddress, first, last);
        var text = await context.VmAsync(from, script, cancellation, ScanLimit).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.. var ports, "done"]
            ? [.. ports.Select(port => int.Parse(port, System.Globalization.CultureInfo.InvariantCulture))]
            : throw new StatementNotCheckedException($"The scan in {from} did not finish: {text}");
    }
}
