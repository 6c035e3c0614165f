// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Net;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Counts the datagrams of one sender that come to a gateway, until it is disposed: over one of its cables, and otherwise.</summary>
internal sealed class PacketCounter : IAsyncDisposable
{
    /// <summary>A port that nobody listens on: only what goes there is counted.</summary>
    public const int Port = 9;

    private const string Table = "inet ghaf_probe";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CheckContext _context;

    private PacketCounter(CheckContext context, LinkPlan link)
    {
        _context = context;
        Link = link;
    }

    /// <summary>Of a gateway, the cable over which the datagrams should come.</summary>
    public LinkPlan Link { get; }

    public static async Task<PacketCounter> StartAsync(
        CheckContext context, LinkPlan link, IPAddress sender, CancellationToken cancellation)
    {
        // Before any rule of the gateway's own, so that nothing is missed that it drops.
        var match = $"ip saddr {sender} udp dport {Port} iifname";
        await context.VmAsync(
            link.Gateway,
            $"nft delete table {Table} 2>/dev/null; nft 'table {Table} {{ chain senders {{ type filter hook prerouting priority -310; "
            + $"{match} \"{link.Name}\" counter; {match} != \"{link.Name}\" counter; }}; }}'",
            cancellation).ConfigureAwait(false);
        return new PacketCounter(context, link);
    }

    public async Task<(int Expected, int Elsewhere)> ReadAsync(CancellationToken cancellation)
    {
        // ip saddr 10.71.2.2 udp dport 9 iifname "link2" counter packets 3 bytes 102
        var text = await _context.VmAsync(
            Link.Gateway, $"nft list chain {Table} senders | sed -n 's/.*counter packets \\([0-9]*\\).*/\\1/p'", cancellation).ConfigureAwait(false);
        return text.Split('\n') is [var expected, var elsewhere]
            ? (int.Parse(expected, CultureInfo.InvariantCulture), int.Parse(elsewhere, CultureInfo.InvariantCulture))
            : throw new StatementNotCheckedException($"The counters of {Link.Gateway} say “{text}”.");
    }

    public async ValueTask DisposeAsync() =>
        await _context.Device.VmAsync(Link.Gateway.Value, $"nft delete table {Table}", Limit, _context.CleanUp).ConfigureAwait(false);
}
