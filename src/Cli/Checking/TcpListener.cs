// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>Something in a VM that accepts connections, until it is disposed.</summary>
internal sealed class TcpListener : IAsyncDisposable
{
    /// <summary>A port that nothing else uses.</summary>
    public const int Port = 7777;

    private const string Unit = "ghaf-probe.service";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CheckContext _context;
    private readonly VmName _vm;

    private TcpListener(CheckContext context, VmName vm, IPAddress address)
    {
        _context = context;
        _vm = vm;
        Address = address;
    }

    public IPAddress Address { get; }

    /// <summary>Starts it, and proves in its own VM that it accepts.</summary>
    /// <exception cref="StatementNotCheckedException">It does not.</exception>
    public static async Task<TcpListener> StartAsync(
        CheckContext context, VmName vm, IPAddress address, CancellationToken cancellation)
    {
        // A unit, because what the debug shell starts ends with it.
        var script =
            $"systemctl stop {Unit} 2>/dev/null; systemd-run --quiet --collect --unit={Unit} nc -lk {address} {Port} && "
            + $"for i in 1 2 3 4 5 6 7 8 9 10; do nc -z -w 2 {address} {Port} && exit 0; sleep 0.5; done; exit 1";
        await context.VmAsync(vm, script, cancellation).ConfigureAwait(false);
        return new TcpListener(context, vm, address);
    }

    public async ValueTask DisposeAsync() =>
        await _context.Device.VmAsync(_vm.Value, $"systemctl stop {Unit}", Limit, _context.CleanUp).ConfigureAwait(false);

    public override string ToString() => $"{Address}:{Port}";
}
