// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text;

namespace Ghaf.Protocol;

/// <summary>
/// The developer's end of one port of the device: a Unix socket of the emulator, which serves one client at a time and keeps
/// a second one waiting without a word. Everything here therefore has a time limit.
/// </summary>
internal sealed class PortConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly TimeProvider _time;
    private readonly string _path;
    private readonly LineAssembler _lines = new();
    private readonly byte[] _buffer = new byte[16384];

    private PortConnection(Socket socket, string path, TimeProvider time)
    {
        _socket = socket;
        _path = path;
        _time = time;
    }

    public Socket Socket => _socket;

    public static async Task<PortConnection> OpenAsync(string path, TimeSpan timeout, TimeProvider? time, CancellationToken cancel)
    {
        time ??= TimeProvider.System;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), both.Token).ConfigureAwait(false);
            return new PortConnection(socket, path, time);
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            socket.Dispose();
            throw new ControlException($"The device's port {path} can't be reached. (Is the device running?)", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a line, after an empty one that ends whatever a former client left unfinished.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        byte[] all = [(byte)'\n', .. line.Span];
        for (var sent = 0; sent < all.Length;)
        {
            sent += await _socket.SendAsync(all.AsMemory(sent), SocketFlags.None, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The next line; null when the device closed the port.</summary>
    public async Task<byte[]?> ReadLineAsync(CancellationToken cancel)
    {
        byte[]? line;
        while (!_lines.TryTake(out line))
        {
            var read = await _socket.ReceiveAsync(_buffer, SocketFlags.None, cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            _lines.Append(_buffer.AsSpan(0, read));
        }

        return line;
    }

    /// <summary>Sends the request and skips every line that is not its reply: they answer clients that have left.</summary>
    public async Task<ControlReply> AskAsync(ControlRequest request, TimeSpan timeout, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await SendAsync(ProtocolLine.Write(request, ProtocolJson.Default.ControlRequest), both.Token).ConfigureAwait(false);
            while (await ReadLineAsync(both.Token).ConfigureAwait(false) is { } line)
            {
                if (!ProtocolLine.TryRead(line, ProtocolJson.Default.ControlReply, out var reply, out var reason))
                {
                    ThrowIfFor(request, line, reason);
                }
                else if (reply.Id == request.Id)
                {
                    return reply;
                }
            }

            throw new ControlException($"The device closed {_path} before it answered. (It may have been powered off.)");
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new ControlException(
                $"The device did not answer on {_path} within {timeout.TotalSeconds:0.#} s. "
                + "(It may still be booting, or another program uses this port.)",
                e);
        }
        catch (SocketException e)
        {
            throw new ControlException($"The connection to {_path} broke. (The device may have been powered off.)", e);
        }
    }

    public byte[] TakeRest() => _lines.TakeRest();

    public void Dispose() => _socket.Dispose();

    // The end of a line to a client that has left is nothing; an answer of another version is to be told, not waited for.
    private void ThrowIfFor(ControlRequest request, byte[] line, string reason)
    {
        if (line.AsSpan().StartsWith(Encoding.UTF8.GetBytes($"{{\"id\":\"{request.Id}\"")))
        {
            throw new ControlException(
                $"What the device answered on {_path} can't be read: {reason} (Does it run an image of another version? `ghaf run` boots this one.)");
        }
    }
}
