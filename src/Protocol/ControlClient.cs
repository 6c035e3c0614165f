// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>Asks the host daemon over the device's control port. One request at a time.</summary>
public sealed class ControlClient : IDisposable
{
    private readonly PortConnection _port;

    private ControlClient(PortConnection port) => _port = port;

    /// <summary>Connects to the socket of the control port; the device need not have booted yet.</summary>
    /// <param name="socketPath">The emulator's socket of the port <c>ghaf.control</c>.</param>
    /// <param name="timeout">For connecting only.</param>
    /// <exception cref="ControlException">Nobody listens there.</exception>
    public static async Task<ControlClient> ConnectAsync(
        string socketPath, TimeSpan timeout, TimeProvider? time = null, CancellationToken cancel = default)
        => new(await PortConnection.OpenAsync(socketPath, timeout, time, cancel).ConfigureAwait(false));

    /// <summary>Sends a request and waits for its reply, refusals included.</summary>
    /// <exception cref="ControlException">No reply within the time, or the device went away.</exception>
    public Task<ControlReply> AskAsync(ControlRequest request, TimeSpan timeout, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _port.AskAsync(request, timeout, cancel);
    }

    public void Dispose() => _port.Dispose();
}
