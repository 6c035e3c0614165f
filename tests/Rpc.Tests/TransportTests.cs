// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Rpc.Tests;

public sealed class TransportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-transport-").FullName;

    private UnixDomainSocketEndPoint Socket => new(Path.Combine(_folder, "socket"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_connection_shows_where_it_comes_from()
    {
        await using var listener = await BindAsync(_ => 42);
        using var client = Connect();
        await using var connection = await listener.AcceptAsync();
        Assert.Equal(42u, connection!.Features.Get<IVsockPeer>()?.Cid);
    }

    [Fact]
    public async Task A_socket_that_listens_already_is_taken_over()
    {
        using var theirs = Listen();

        // Another handle of the same descriptor, as systemd keeps one too.
        var ours = new SafeFileHandle(theirs.Handle, ownsHandle: false);
        await using var listener = await Transport(_ => 2).BindAsync(new ListeningSocket(ours, "test"));
        using var client = Connect();
        await using var connection = await listener.AcceptAsync();
        Assert.NotNull(connection);
    }

    [Fact]
    public async Task Unbinding_ends_the_wait_for_connections()
    {
        await using var listener = await BindAsync(_ => 2);
        var waiting = listener.AcceptAsync().AsTask();
        await listener.UnbindAsync().AsTask().WaitAsync(Some.Limit);
        Assert.Null(await waiting.WaitAsync(Some.Limit));
        Assert.Throws<SocketException>(Connect);
    }

    [Fact]
    public async Task Closes_a_connection_that_did_not_come_over_vsock()
    {
        // The real rule, on a Unix socket.
        await using var listener = await BindAsync(VsockEndPoint.CidOf);
        using var client = Connect();
        client.ReceiveTimeout = (int)Some.Limit.TotalMilliseconds;
        Assert.Equal(0, client.Receive(new byte[1]));
    }

    [Fact]
    public void Reads_the_CID_of_the_kernels_address()
    {
        // family 40, reserved, port 1024, CID 3, zero
        byte[] address = [40, 0, 0, 0, 0, 4, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(3u, VsockEndPoint.CidOf(address));
        Assert.Null(VsockEndPoint.CidOf(address.AsSpan(0, 8)));
        address[0] = 1;
        Assert.Null(VsockEndPoint.CidOf(address));
    }

    [Fact]
    public async Task Idleness_begins_when_the_last_connection_is_closed()
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var limit = TimeSpan.FromMilliseconds(200);
        using var theirs = Listen();

        // Waits already when the listener begins, so that no slowness can make that idle.
        var client = Connect();
        var ours = new SafeFileHandle(theirs.Handle, ownsHandle: false);
        await using var listener = await Transport(_ => 2, limit, idle.SetResult).BindAsync(new ListeningSocket(ours, "test"));
        await using var connection = await listener.AcceptAsync();
        Assert.NotNull(connection);
        await Task.Delay(3 * limit);
        Assert.False(idle.Task.IsCompleted);

        client.Dispose();
        await idle.Task.WaitAsync(Some.Limit);

        // Later ones wait in the socket for whoever holds it too.
        using var later = Connect();
        Assert.Null(await listener.AcceptAsync().AsTask().WaitAsync(Some.Limit));
    }

    [Fact]
    public async Task There_is_no_end_point_with_TCP()
    {
        var transport = Transport(_ => 2);
        var tcp = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0);
        Assert.False(transport.CanBind(tcp));
        await Assert.ThrowsAsync<ArgumentException>(async () => await transport.BindAsync(tcp));
    }

    [Fact]
    public void Only_a_socket_that_systemd_passed_is_taken()
    {
        var fault = Assert.Throws<NotActivatedException>(ListeningSocket.FromSystemd);
        Assert.StartsWith("systemd passed no socket to this process (LISTEN_FDS=not set, LISTEN_PID=not set): ", fault.Message);
    }

    [Fact]
    public async Task A_server_without_callers_ends_by_itself()
    {
        await using var server = await RunningServer.StartAsync(idleLimit: TimeSpan.FromMilliseconds(200));
        await server.EndedAsync();
    }

    [Fact]
    public async Task A_connection_without_calls_does_not_keep_a_server()
    {
        for (var limit = TimeSpan.FromSeconds(1); ; limit *= 2)
        {
            await using var server = await RunningServer.StartAsync(idleLimit: limit);
            using var channel = server.Connect();
            try
            {
                await channel.Probe();
            }
            catch (Grpc.Core.RpcException) when (limit < Some.Limit)
            {
                // The machine is slower than the limit.
                continue;
            }

            await server.EndedAsync();
            return;
        }
    }

    [Fact]
    public async Task A_call_to_nobody_fails_within_its_limit()
    {
        using var authority = Some.Authority();
        using var identity = authority.Issue("host", Some.Day);
        using var theirs = Listen();

        // Somebody listens and never answers.
        var options = new GuestChannelOptions { CallLimit = TimeSpan.FromMilliseconds(300), ConnectLimit = Some.Limit };
        using var channel = GuestChannel.Connect(Socket, identity, "net-vm", null, options);
        var failure = await Calls.Refused(channel.Probe().WaitAsync(Some.Limit));
        Assert.Equal(Grpc.Core.StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task A_connection_that_is_not_answered_fails_within_its_limit()
    {
        using var authority = Some.Authority();
        using var identity = authority.Issue("host", Some.Day);
        using var theirs = Listen();
        var options = new GuestChannelOptions { ConnectLimit = TimeSpan.FromMilliseconds(300), CallLimit = Some.Limit };
        using var channel = GuestChannel.Connect(Socket, identity, "net-vm", null, options);
        var failure = await Calls.Refused(channel.Probe().WaitAsync(Some.Limit));
        Assert.Equal(Grpc.Core.StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task A_VM_that_is_not_there_is_unavailable()
    {
        using var authority = Some.Authority();
        using var identity = authority.Issue("host", Some.Day);

        // True with vsock and without, for different reasons.
        var options = new GuestChannelOptions { ConnectLimit = TimeSpan.FromSeconds(1), CallLimit = Some.Limit };
        using var channel = GuestChannel.Connect(4_000_000, 29997, identity, "net-vm", options);
        var failure = await Calls.Refused(channel.Probe().WaitAsync(Some.Limit));
        Assert.Equal(Grpc.Core.StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task A_connection_over_vsock_shows_its_peer_and_carries_bytes()
    {
        const uint loopback = 1;
        const uint port = 29998;
        IConnectionListener listener;
        SocketStream client;
        try
        {
            listener = await Transport(VsockEndPoint.CidOf).BindAsync(new VsockEndPoint(VsockEndPoint.AnyCid, port));
            client = new SocketStream(Sockets.Connect(new VsockEndPoint(loopback, port), TimeSpan.FromSeconds(1), default));
        }
        catch (Win32Exception e)
        {
            Assert.Skip($"This machine has no vsock loopback: {e.Message}");
            return;
        }

        await using (listener)
        await using (client)
        {
            await using var connection = await listener.AcceptAsync();
            Assert.Equal(loopback, connection!.Features.Get<IVsockPeer>()?.Cid);
            await client.WriteAsync("hello"u8.ToArray());
            var read = await connection.Transport.Input.ReadAtLeastAsync(5);
            Assert.Equal(5, read.Buffer.Length);
        }
    }

    private static VsockTransport Transport(PeerCid peerCid, TimeSpan? idleLimit = null, Action? idle = null) =>
        new(new VsockTransportOptions { PeerCid = peerCid, IdleLimit = idleLimit, Idle = idle }, NullLoggerFactory.Instance);

    private ValueTask<IConnectionListener> BindAsync(PeerCid peerCid) => Transport(peerCid).BindAsync(Socket);

    private Socket Listen()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(Socket);
        socket.Listen();
        return socket;
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(Socket);
        return socket;
    }
}
