// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;

namespace Ghaf.Protocol;

/// <summary>Follows the device's state as the host daemon reports it.</summary>
public sealed class StatusClient : IDisposable
{
    private readonly PortConnection _port;

    private StatusClient(PortConnection port) => _port = port;

    /// <param name="socketPath">The emulator's socket of the port <c>ghaf.status</c>.</param>
    /// <exception cref="ControlException">Nobody listens there.</exception>
    public static async Task<StatusClient> ConnectAsync(
        string socketPath, TimeSpan timeout, TimeProvider? time = null, CancellationToken cancel = default)
        => new(await PortConnection.OpenAsync(socketPath, timeout, time, cancel).ConfigureAwait(false));

    /// <summary>
    /// Each report as it comes, at least one every 2 seconds once the daemon runs; ends when the device goes away. Before
    /// the host has booted nothing comes: the caller's token is the time limit.
    /// </summary>
    public async IAsyncEnumerable<DeviceReport> ReadAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (await _port.ReadLineAsync(cancel).ConfigureAwait(false) is { } line)
        {
            // The first line may be the second half of one that a former client did not finish reading.
            if (ProtocolLine.TryRead(line, ProtocolJson.Default.DeviceReport, out var report, out _))
            {
                yield return report;
            }
        }
    }

    public void Dispose() => _port.Dispose();
}
