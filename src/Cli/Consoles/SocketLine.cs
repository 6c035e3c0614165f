// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;

namespace Ghaf.Cli;

/// <summary>A serial line that the emulator offers as a Unix socket.</summary>
internal sealed class SocketLine : IConsoleLine
{
    private readonly Socket _socket;

    private SocketLine(Socket socket) => _socket = socket;

    /// <exception cref="RefusedException">Nobody is at the other end.</exception>
    public static async Task<SocketLine> OpenAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
            return new SocketLine(socket);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new RefusedException($"The console {path} cannot be reached: {e.Message}.", "Look whether the device is up: `ghaf vm list`.", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation) =>
        _socket.ReceiveAsync(buffer, SocketFlags.None, cancellation);

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, cancellation).ConfigureAwait(false)..];
        }
    }

    public void Dispose() => _socket.Dispose();
}
