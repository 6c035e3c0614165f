// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>
/// Sends from a VM, and counts in its gateway what comes over their cable before the gateway looks at the sender, and what of it
/// is let on.
/// </summary>
internal sealed class SenderProbe : IAsyncDisposable
{
    public const int Sent = 3;

    private const string Table = "inet ghaf_probe";

    // A port that nobody listens on, and an address of documentation: nobody has it.
    private const int Port = 9;
    private const string Outside = "192.0.2.1";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CheckContext _context;
    private readonly LinkPlan _link;

    private SenderProbe(CheckContext context, LinkPlan link)
    {
        _context = context;
        _link = link;
    }

    public static async Task<SenderProbe> StartAsync(CheckContext context, LinkPlan link, CancellationToken cancellation)
    {
        // The gateway's own rule about senders is at the priority “raw”, which is -300.
        var count = $"iifname \"{link.Name}\" udp dport {Port} counter";
        await context.VmAsync(
            link.Gateway,
            $"nft delete table {Table} 2>/dev/null; nft 'table {Table} {{ "
            + $"chain arrived {{ type filter hook prerouting priority -310; {count}; }}; "
            + $"chain let_on {{ type filter hook prerouting priority -290; {count}; }}; }}'",
            cancellation).ConfigureAwait(false);
        return new SenderProbe(context, link);
    }

    /// <summary>Sends <see cref="Sent"/> datagrams as the VM that it is.</summary>
    public Task<(int Arrived, int LetOn)> SendAsync(CancellationToken cancellation) => SendAsync("", "", "", cancellation);

    /// <summary>The same with an address that is not the VM's.</summary>
    public Task<(int Arrived, int LetOn)> SendFromAddressAsync(string address, CancellationToken cancellation) => SendAsync(
        $"ip addr add {address}/32 dev $dev", $"ip addr del {address}/32 dev $dev", $"-s {address}", cancellation);

    /// <summary>The same from a card that is not the plan's.</summary>
    // networkd would ask for an address anew for the other card: it sleeps meanwhile, and is waited for. Who learned the other card's
    // address asks again when he is asked: the neighbours are forgotten on the way back.
    public Task<(int Arrived, int LetOn)> SendFromCardAsync(string mac, CancellationToken cancellation) => SendAsync(
        "systemctl kill --signal=STOP systemd-networkd; mac=$(cat /sys/class/net/$dev/address); "
        + $"ip link set dev $dev address {mac}",
        "ip link set dev $dev address $mac; ip neigh flush dev $dev; systemctl kill --signal=CONT systemd-networkd; sleep 2; "
        + $"for i in $(seq 40); do ip -4 addr show dev $dev | grep -q 'inet {_link.ClientAddress}/' && break; sleep 1; done",
        "",
        cancellation);

    public async ValueTask DisposeAsync() =>
        await _context.Device.VmAsync(_link.Gateway.Value, $"nft delete table {Table}", Limit, _context.CleanUp).ConfigureAwait(false);

    private async Task<(int Arrived, int LetOn)> SendAsync(string before, string after, string from, CancellationToken cancellation)
    {
        var (arrivedBefore, letOnBefore) = await ReadAsync(cancellation).ConfigureAwait(false);
        await _context.VmAsync(
            _link.Client,
            $$"""
            dev=$(ip -o route get {{Outside}} | sed 's/.* dev \([^ ]*\).*/\1/')
            undo() { {{(after.Length == 0 ? ":" : after)}}; }
            trap undo EXIT
            {{before}}
            for i in $(seq {{Sent}}); do echo probe | nc -u {{from}} -w 1 {{Outside}} {{Port}}; done
            exit 0
            """,
            cancellation).ConfigureAwait(false);
        var (arrived, letOn) = await ReadAsync(cancellation).ConfigureAwait(false);
        return (arrived - arrivedBefore, letOn - letOnBefore);
    }

    private async Task<(int Arrived, int LetOn)> ReadAsync(CancellationToken cancellation)
    {
        var text = await _context.VmAsync(
            _link.Gateway,
            $"for c in arrived let_on; do nft list chain {Table} $c; done | sed -n 's/.*counter packets \\([0-9]*\\).*/\\1/p'",
            cancellation).ConfigureAwait(false);
        return text.Split('\n') is [var arrived, var letOn]
            ? (int.Parse(arrived, CultureInfo.InvariantCulture), int.Parse(letOn, CultureInfo.InvariantCulture))
            : throw new StatementNotCheckedException($"The counters of {_link.Gateway} say “{text}”.");
    }
}
