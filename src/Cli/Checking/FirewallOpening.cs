// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>A port that the gateway's firewall lets through until this is disposed: proof that a probe can succeed.</summary>
internal sealed class FirewallOpening : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CheckContext _context;
    private readonly VmName _gateway;

    private FirewallOpening(CheckContext context, VmName gateway)
    {
        _context = context;
        _gateway = gateway;
    }

    /// <param name="protocol"><c>tcp</c> or <c>udp</c>.</param>
    public static async Task<FirewallOpening> MakeAsync(
        CheckContext context, VmName gateway, string protocol, CancellationToken cancellation)
    {
        await context.VmAsync(
            gateway, $"nft insert rule inet ghaf input {protocol} dport {TcpListener.Port} accept", cancellation).ConfigureAwait(false);
        return new FirewallOpening(context, gateway);
    }

    // The device's own rules, from their file: what remains must be what was built.
    public async ValueTask DisposeAsync()
    {
        var result = await _context.Device.VmAsync(
            _gateway.Value, "nft -f /etc/nftables.conf", Limit, _context.CleanUp).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw new StatementNotCheckedException($"The firewall of {_gateway} could not be put back: {result.Text}");
        }
    }
}
