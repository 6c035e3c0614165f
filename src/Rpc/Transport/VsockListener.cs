// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Ghaf.Rpc;

/// <summary>
/// Takes connections on a thread of its own, which waits in poll(2): <c>Socket.Accept</c> fails on sockets that .NET did not
/// make. Being the only one that takes connections it can also decide, without losing one, that nobody needs it any more.
/// </summary>
internal sealed class VsockListener : IConnectionListener
{
    private const int StackBytes = 256 << 10;
    private const int WouldBlock = 11;
    private const int Interrupted = 4;
    private const int Aborted = 103;
    private const int AddressBytes = 128;

    // Out of descriptors or memory: those who have them give some back sooner or later.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly SafeHandle _socket;
    private readonly VsockTransportOptions _options;
    private readonly ILogger _log;
    private readonly WakeUp _wake = new();
    private readonly SocketConnectionContextFactory _contexts;
    private readonly Channel<ConnectionContext> _accepted = Channel.CreateUnbounded<ConnectionContext>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<uint, int> _perPeer = new();
    private volatile bool _stopping;
    private int _open;
    private long _idleSince = Stopwatch.GetTimestamp();

    public VsockListener(EndPoint endPoint, SafeHandle socket, VsockTransportOptions options, ILogger log)
    {
        EndPoint = endPoint;
        _socket = socket;
        _options = options;
        _log = log;
        _contexts = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), log);
        new Thread(Run, StackBytes) { IsBackground = true, Name = "accept" }.Start();
    }

    public EndPoint EndPoint { get; }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        => await _accepted.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false)
            && _accepted.Reader.TryRead(out var connection) ? connection : null;

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _stopping = true;
        _wake.Ring();

        // The thread ends at once; the token, which is cancelled when the server is not stopped in order, changes nothing.
        await _ended.Task.ConfigureAwait(false);
        _socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await UnbindAsync().ConfigureAwait(false);
        while (_accepted.Reader.TryRead(out var connection))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        _contexts.Dispose();
        _wake.Dispose();
    }

    private void Run()
    {
        Exception? fault = null;
        try
        {
            // systemd passes sockets that block.
            var flags = LibC.Control(_socket, LibC.GetFlags, 0);
            _ = LibC.Control(_socket, LibC.SetFlags, flags | LibC.OpenNonblock);
            AcceptUntilStopped();
        }
        catch (Win32Exception e)
        {
            fault = e;
        }

        _accepted.Writer.Complete(fault);
        _ended.SetResult();
    }

    private unsafe void AcceptUntilStopped()
    {
        var wait = stackalloc LibC.PollRequest[2];
        while (!_stopping)
        {
            wait[0] = new() { Descriptor = _wake.Descriptor, Wanted = LibC.PollIn };
            wait[1] = new() { Descriptor = (int)_socket.DangerousGetHandle(), Wanted = LibC.PollIn };
            var seen = LibC.Poll(wait, 2, TimeLeft() is { } left ? (int)Math.Ceiling(left.TotalMilliseconds) : -1);
            if (seen <= 0)
            {
                // Idle only when nobody waits; a signal ends the wait too.
                if (seen == 0 && TimeLeft() == TimeSpan.Zero)
                {
                    _options.Idle?.Invoke();
                    return;
                }

                continue;
            }

            if (wait[0].Seen != 0)
            {
                _wake.Hear();
            }

            while (!_stopping && wait[1].Seen != 0 && AcceptOne())
            {
            }
        }
    }

    // Null: until something happens.
    private TimeSpan? TimeLeft()
    {
        if (_options.IdleLimit is not { } limit || Volatile.Read(ref _open) > 0)
        {
            return null;
        }

        var left = limit - Stopwatch.GetElapsedTime(Volatile.Read(ref _idleSince));
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private unsafe bool AcceptOne()
    {
        var address = stackalloc byte[AddressBytes];
        var length = (uint)AddressBytes;
        var number = LibC.Accept(_socket, address, &length, LibC.SockNonblock | LibC.SockCloexec);
        if (number < 0)
        {
            return GoesOn(Marshal.GetLastPInvokeError());
        }

        var handle = new SafeSocketHandle(number, ownsHandle: true);
        if (_options.PeerCid(new ReadOnlySpan<byte>(address, (int)Math.Min(length, AddressBytes))) is not { } cid)
        {
            _log.LogWarning("A connection was closed: it did not come over vsock.");
            handle.Dispose();
            return true;
        }

        if (_perPeer.GetValueOrDefault(cid) >= _options.ConnectionsPerPeer)
        {
            _log.LogWarning("A connection was closed: CID {Cid} has {Count} already.", cid, _options.ConnectionsPerPeer);
            handle.Dispose();
            return true;
        }

        try
        {
            HandOver(new Socket(handle), cid);
        }
        catch (SocketException)
        {
            // The peer is away already.
            handle.Dispose();
        }

        return true;
    }

    private void HandOver(Socket socket, uint cid)
    {
        var connection = _contexts.Create(socket);
        connection.Features.Set<IVsockPeer>(new VsockPeer(cid));
        Interlocked.Increment(ref _open);
        _perPeer.AddOrUpdate(cid, 1, (_, count) => count + 1);
        connection.ConnectionClosed.Register(() => OnClosed(cid));
        _accepted.Writer.TryWrite(connection);
    }

    private void OnClosed(uint cid)
    {
        _perPeer.AddOrUpdate(cid, 0, (_, count) => count - 1);
        Volatile.Write(ref _idleSince, Stopwatch.GetTimestamp());
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _wake.Ring();
        }
    }

    private bool GoesOn(int error)
    {
        switch (error)
        {
            case WouldBlock:
                return false;
            case Interrupted or Aborted:
                return true;
            case 23 or 24 or 12 or 105: // ENFILE, EMFILE, ENOMEM, ENOBUFS
                _log.LogWarning("A connection has to wait, the kernel gives no descriptor or memory: error {Error}.", error);
                Thread.Sleep(Pause);
                return false;
            default:
                throw new Win32Exception(error, $"No connection can be taken from {EndPoint}: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }
}
