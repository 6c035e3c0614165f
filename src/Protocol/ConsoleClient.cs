// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;

namespace Ghaf.Protocol;

/// <summary>Turns the device's console port into the serial console of one VM. Closing it ends the session.</summary>
public sealed class ConsoleClient : IDisposable
{
    private readonly PortConnection _port;
    private byte[] _rest;

    private ConsoleClient(PortConnection port, byte[] rest)
    {
        _port = port;
        _rest = rest;
    }

    /// <param name="socketPath">The emulator's socket of the port <c>ghaf.console</c>.</param>
    /// <param name="name">A VM, or <see cref="ControlRequest.Host"/>.</param>
    /// <param name="timeout">For connecting, and again for the daemon's answer.</param>
    /// <exception cref="ControlException">The port can't be reached, or the daemon refused: the message says why.</exception>
    public static async Task<ConsoleClient> ConnectAsync(
        string socketPath, string name, TimeSpan timeout, TimeProvider? time = null, CancellationToken cancel = default)
    {
        var port = await PortConnection.OpenAsync(socketPath, timeout, time, cancel).ConfigureAwait(false);
        try
        {
            var request = ControlRequest.Create(ControlVerb.Console, name);
            var reply = await port.AskAsync(request, timeout, cancel).ConfigureAwait(false);
            return reply.Error is { } error ? throw new ControlException(error) : new ConsoleClient(port, port.TakeRest());
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>Reads what the console printed; 0 when the device went away.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        if (_rest.Length == 0)
        {
            return await _port.Socket.ReceiveAsync(buffer, SocketFlags.None, cancel).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.AsMemory(0, count).CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    /// <summary>Types into the console.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _port.Socket.SendAsync(bytes, SocketFlags.None, cancel).ConfigureAwait(false)..];
        }
    }

    public void Dispose() => _port.Dispose();
}
