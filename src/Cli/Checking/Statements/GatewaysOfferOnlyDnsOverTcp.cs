// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Tries TCP ports of each gateway from a VM behind it: every one on which anything listens there, so that none can be
/// missed, all well-known ones, and many others, which must not even refuse.
/// </summary>
/// <remarks>All 65535 take ten minutes where two processors are emulated inside each other, and say no more.</remarks>
internal sealed class GatewaysOfferOnlyDnsOverTcp : IStatement
{
    private const int Dns = 53;
    private const int LastWellKnown = 1023;

    // A prime, so that no series of ports in use falls between.
    private const int Step = 61;
    private static readonly TimeSpan ScanLimit = TimeSpan.FromMinutes(5);

    public string Text => "Of a gateway's TCP ports, the VMs behind it reach DNS only";

    public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) =>
        EachGateway.CheckAsync(context, links => CheckAsync(context, links[0], cancellation));

    private static async Task<StatementResult> CheckAsync(CheckContext context, LinkPlan link, CancellationToken cancellation)
    {
        var listener = await TcpListener.StartAsync(context, link.Gateway, link.GatewayAddress, cancellation).ConfigureAwait(false);
        await using (listener.ConfigureAwait(false))
        {
            var listening = await ListeningAsync(context, link.Gateway, cancellation).ConfigureAwait(false);
            if (!listening.Contains(TcpListener.Port) || !listening.Contains(Dns))
            {
                return StatementResult.False($"the list of listeners is blind: it has {string.Join(", ", listening)}");
            }

            int[] ports =
            [
                .. Enumerable.Range(1, LastWellKnown).Concat(Enumerable.Range(1, 65535).Where(port => port % Step == 0))
                    .Concat(listening).Distinct().Order(),
            ];

            // With an opening in the firewall the scan has to find the listener, or it would not notice a success.
            int[] opened;
            var opening = await FirewallOpening.MakeAsync(context, link.Gateway, "tcp", cancellation).ConfigureAwait(false);
            await using (opening.ConfigureAwait(false))
            {
                opened = await ScanAsync(context, link, [TcpListener.Port - 1, TcpListener.Port], cancellation).ConfigureAwait(false);
            }

            if (opened is not [TcpListener.Port])
            {
                return StatementResult.False(
                    $"the scan is blind: with port {TcpListener.Port} opened it found {(opened.Length == 0 ? "nothing" : string.Join(", ", opened))}");
            }

            var found = await ScanAsync(context, link, ports, cancellation).ConfigureAwait(false);
            return found is [Dns]
                ? StatementResult.True(
                    $"{link.Client} tried {ports.Length} ports, among them all that listen "
                    + $"({string.Join(", ", listening)}): 53; with an opening the scan found {TcpListener.Port}")
                : StatementResult.False($"{link.Client} reaches {(found.Length == 0 ? "no port, not even DNS" : string.Join(", ", found))}");
        }
    }

    // LISTEN 0      32         10.71.1.1:53        0.0.0.0:*
    private static async Task<int[]> ListeningAsync(CheckContext context, VmName gateway, CancellationToken cancellation)
    {
        var text = await context.VmAsync(gateway, "ss -Hltn", cancellation).ConfigureAwait(false);
        return
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3])
                .Select(address => int.Parse(address[(address.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture))
                .Distinct().Order(),
        ];
    }

    private static async Task<int[]> ScanAsync(CheckContext context, LinkPlan link, int[] ports, CancellationToken cancellation)
    {
        var script = PortScan.Script(link.GatewayAddress, ports);
        var text = await context.VmAsync(link.Client, script, cancellation, ScanLimit).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.. var found, "done"]
            ? [.. found.Select(port => int.Parse(port, CultureInfo.InvariantCulture))]
            : throw new StatementNotCheckedException($"The scan in {link.Client} did not finish: {text}");
    }
}
