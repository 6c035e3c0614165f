// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Net.Sockets;
using System.Text;
using Ghaf.Host.Calling;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Native;
using Ghaf.Model;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Grpc.Core;

namespace Ghaf.Host.Tests;

/// <summary>The switchboard between real clients and agents with TLS; only vsock is not real.</summary>
public sealed class SwitchboardTests : IAsyncDisposable
{
    private static readonly SupervisedVm Curl = Some.Vm("curl-vm", 3) with { HasAgent = true };
    private static readonly SupervisedVm Gui = Some.Vm("gui-vm", 4) with
    {
        HasAgent = true,
        Calls = [new AllowedCall("curl-vm", "Applications/*"), new AllowedCall("old-vm", "Units/Get"), new AllowedCall("host", "Power/*")],
    };

    private static readonly SupervisedVm Old = Some.Vm("old-vm", 5);

    private readonly RunningAgents _running = new();
    private readonly EventLog _events = new(TimeProvider.System);
    private readonly BlockingCollection<(Descriptor, uint, uint)> _waiting = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Socket> _listeners = [];
    private readonly Task _loop;
    private Func<SupervisedVm, Descriptor>? _connect;

    public SwitchboardTests()
    {
        var switchboard = new Switchboard(Some.Plan(true, Curl, Gui, Old), Accept, Connect, _events, Some.Log());
        _loop = Task.Run(() => switchboard.Run(_end.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop.WaitAsync(Some.Limit);
        _listeners.ForEach(listener => listener.Dispose());
        _waiting.Dispose();
        _end.Dispose();
        await _running.DisposeAsync();
    }

    [Fact]
    public async Task A_VM_calls_another_by_its_rule_and_is_known_there()
    {
        var curl = await _running.StartAsync("curl-vm", [new CallRule("gui-vm", "Applications/*")]);
        using var channel = Call("gui-vm", 4);
        await channel.Applications.ListAsync(new());
        await channel.Applications.StartAsync(new() { Id = "fetch" });
        var refusal = await Refused(channel.Units.GetAsync(new()));
        Assert.Equal((StatusCode.PermissionDenied, "“gui-vm” may not call Units/Get: no rule allows it."), (refusal.StatusCode, refusal.Status.Detail));
        Assert.Equal(["Applications/List", "Applications/Start fetch"], curl.Asked);
        Assert.Empty(_events.After(0));
    }

    [Fact]
    public async Task An_identity_that_was_stolen_is_worth_nothing_in_another_VM()
    {
        var curl = await _running.StartAsync("curl-vm", [new CallRule("host", "Guest/*"), new CallRule("gui-vm", "Applications/*")]);
        using (var own = Call("gui-vm", 4))
        {
            await own.Applications.ListAsync(new());
        }

        using var stolen = Call("host", 4);
        var refusal = await Refused(stolen.Guest.GetStatusAsync(new()));
        Assert.Equal("“host” may not call Guest/GetStatus from CID 2, which says that it is “gui-vm”.", refusal.Status.Detail);
        Assert.Equal(["Applications/List"], curl.Asked);
    }

    [Theory]
    [InlineData(3u, "gui-vm", "curl-vm", "curl-vm was not connected to “gui-vm”: denied: no rule allows to call it.")]
    [InlineData(4u, "no-vm", "gui-vm", "gui-vm was not connected to “no-vm”: denied: no rule allows to call it.")]
    [InlineData(4u, "old-vm", "gui-vm", "gui-vm was not connected to “old-vm”: denied: no rule allows to call it.")]
    [InlineData(4u, "host", "gui-vm", "gui-vm was not connected to “host”: denied: no rule allows to call it.")]
    [InlineData(4u, "gui-vm", "gui-vm", "gui-vm was not connected to “gui-vm”: denied: no rule allows to call it.")]
    public async Task Rejects_a_call_without_a_rule_and_tells(uint cid, string called, string caller, string told)
    {
        await _running.StartAsync("curl-vm");
        using var channel = Call(caller, cid, called);
        var refusal = await Refused(channel.Guest.GetStatusAsync(new()));
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        var happened = Assert.Single(_events.After(0));
        Assert.Equal((DeviceEventKind.Denied, caller, told), (happened.Kind, happened.Vm, happened.Text));
    }

    [Theory]
    [InlineData("ghaf/1 CALL Curl VM\n")]
    [InlineData("ghaf/1 FROM host\n")]
    [InlineData("GET / HTTP/1.1\n")]
    public void Rejects_what_is_no_call(string line)
    {
        using var caller = Connect(4);
        Assert.Equal("ghaf/1 NO denied: this is no call.\n", Answer(caller, line));
        Assert.Equal("gui-vm was not connected: denied: this is no call.", Assert.Single(_events.After(0)).Text);
    }

    [Fact]
    public void Rejects_a_machine_that_is_no_VM_of_the_device()
    {
        using var stranger = Connect(9);
        Assert.Equal("", Answer(stranger, "ghaf/1 CALL curl-vm\n"));
        Assert.Equal("A call from CID 9 was refused: it is no VM of this device.", Assert.Single(_events.After(0)).Text);
    }

    [Fact]
    public void A_VM_that_does_not_answer_is_told_as_that()
    {
        _connect = _ => throw new Win32Exception(111);
        using var caller = Connect(4);
        Assert.Equal("ghaf/1 NO curl-vm does not answer.\n", Answer(caller, "ghaf/1 CALL curl-vm\n"));
        Assert.Empty(_events.After(0));
    }

    [Fact]
    public void Bytes_go_both_ways_and_each_side_ends_by_itself()
    {
        using var pair = new SocketPair();
        _connect = _ => pair.Ours;
        using var caller = Connect(4);
        Assert.Equal("ghaf/1 OK\n", Answer(caller, "ghaf/1 CALL curl-vm\n", 10));
        Assert.Equal("ghaf/1 FROM gui-vm\n", Read(pair.Peer, 19));
        caller.Send("question"u8);
        caller.Shutdown(SocketShutdown.Send);
        Assert.Equal("question", Read(pair.Peer));

        // The caller has said all, and still hears.
        pair.Peer.Send("answer"u8);
        pair.Peer.Shutdown(SocketShutdown.Send);
        Assert.Equal("answer", Read(caller));
    }

    [Fact]
    public void A_side_that_breaks_ends_the_other()
    {
        using var pair = new SocketPair();
        _connect = _ => pair.Ours;
        using var caller = Connect(4);
        Assert.Equal("ghaf/1 OK\n", Answer(caller, "ghaf/1 CALL curl-vm\n", 10));
        Read(pair.Peer, 19);
        pair.Peer.Dispose();
        Assert.Equal("", Read(caller));
    }

    [Fact]
    public void One_caller_can_not_use_up_the_places_of_another()
    {
        _connect = _ => new SocketPair().Ours;
        var open = Enumerable.Range(0, Switchboard.ConnectionsPerCaller).Select(_ => Connect(4)).ToList();
        Assert.All(open, caller => Assert.Equal("ghaf/1 OK\n", Answer(caller, "ghaf/1 CALL curl-vm\n", 10)));
        using (var more = Connect(4))
        {
            Assert.Equal("ghaf/1 NO gui-vm has 8 connections already.\n", Answer(more, "ghaf/1 CALL curl-vm\n"));
        }

        // Another VM is heard.
        using var other = Connect(3);
        Assert.StartsWith("ghaf/1 NO denied: ", Answer(other, "ghaf/1 CALL gui-vm\n"));
        open.ForEach(caller => caller.Dispose());
    }

    [Fact]
    public async Task Splicing_ends_when_nobody_says_a_word()
    {
        using var one = new SocketPair();
        using var other = new SocketPair();
        await Splice.RunAsync(one.Ours.ToStream(), other.Ours.ToStream(), TimeSpan.FromMilliseconds(50), default).WaitAsync(Some.Limit);
    }

    private static string Answer(Socket caller, string line, int length = 1000)
    {
        caller.Send(Encoding.ASCII.GetBytes(line));
        return Read(caller, length);
    }

    // So many bytes, or to the end.
    private static string Read(Socket peer, int length = 1000)
    {
        var text = new StringBuilder();
        var buffer = new byte[1];
        try
        {
            while (text.Length < length && peer.Receive(buffer) > 0)
            {
                text.Append((char)buffer[0]);
            }
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed with bytes unread.
        }

        return text.ToString();
    }

    private static Task<RpcException> Refused<T>(AsyncUnaryCall<T> call) => Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

    private Socket Connect(uint cid)
    {
        var pair = new SocketPair();
        _waiting.Add((pair.Ours, cid, 40000));
        return pair.Peer;
    }

    // A real client, whose connections a listener hands to the switchboard as those of a machine.
    private GuestChannel Call(string identity, uint cid, string called = "curl-vm")
    {
        var endPoint = new UnixDomainSocketEndPoint(Path.Combine(Path.GetTempPath(), $"ghaf-{Guid.NewGuid():N}"[..20]));
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(endPoint);
        listener.Listen(1);
        _listeners.Add(listener);
        _ = Task.Run(async () =>
        {
            var accepted = await listener.AcceptAsync();
            var descriptor = new Descriptor((int)accepted.SafeHandle.DangerousGetHandle());
            accepted.SafeHandle.SetHandleAsInvalid();
            _waiting.Add((descriptor, cid, 40000));
        });
        return GuestChannel.Connect(
            endPoint, _running.Identities.Issue(identity), called, SwitchboardLine.Call(called), RunningAgents.Patient);
    }

    private Descriptor Connect(SupervisedVm vm, TimeSpan limit) =>
        _connect is { } connect ? connect(vm) : Sockets.ConnectUnix(_running.EndPointOf(vm.Name).ToString(), limit);

    private (Descriptor, uint, uint)? Accept(TimeSpan limit)
    {
        try
        {
            return _waiting.TryTake(out var connection, (int)limit.TotalMilliseconds, _end.Token) ? connection : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
