// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Net.Sockets;
using Ghaf.Host.Guests;
using Ghaf.Host.Native;

namespace Ghaf.Host.Tests;

public sealed class NotifyListenerTests : IDisposable
{
    private readonly ConcurrentQueue<(Descriptor, uint, uint)> _waiting = new();
    private readonly BlockingCollection<(uint Cid, NotifyMessage Message)> _heard = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<SocketPair> _pairs = [];
    private readonly Task _loop;

    public NotifyListenerTests()
    {
        var listener = new NotifyListener(Accept, cid => cid is 3 or 4, (cid, message) => _heard.Add((cid, message)), Some.Log());
        _loop = Task.Run(() => listener.Run(_end.Token));
    }

    public void Dispose()
    {
        _end.Cancel();
        _loop.Wait(Some.Limit);
        _pairs.ForEach(pair => pair.Dispose());
        _heard.Dispose();
        _end.Dispose();
    }

    [Fact]
    public void A_message_is_known_by_the_context_id_it_comes_from()
    {
        var guest = Connect(cid: 4);
        guest.Send("READY=1\nSTATUS=Ready."u8);
        guest.Shutdown(SocketShutdown.Send);
        Assert.True(_heard.TryTake(out var heard, Some.Limit));
        Assert.Equal((4u, new NotifyMessage(true, false, "Ready.", null, null)), heard);
        // systemd in the guest waits for this end before it goes on.
        Assert.Equal(0, guest.Receive(new byte[1]));
    }

    [Theory]
    [InlineData(9u, 1000u)]
    [InlineData(3u, 40000u)]
    public void Strangers_and_unprivileged_programs_are_closed_at_once(uint cid, uint port)
    {
        Assert.True(IsClosed(Connect(cid, port)));
        Assert.Empty(_heard);
    }

    [Fact]
    public void A_guest_that_never_ends_its_message_is_closed()
    {
        var guest = Connect(cid: 3);
        guest.Send("READY=1"u8);
        Assert.True(IsClosed(guest));
        Assert.Empty(_heard);
    }

    [Fact]
    public void A_guest_that_sends_too_much_is_closed()
    {
        var guest = Connect(cid: 3);
        guest.Send(new byte[NotifyMessage.MaximumBytes + 1]);
        Assert.True(IsClosed(guest));
        Assert.Empty(_heard);
    }

    [Fact]
    public void One_guest_can_not_take_the_place_of_another()
    {
        var greedy = Enumerable.Range(0, NotifyListener.ConnectionsPerGuest).Select(_ => Connect(cid: 3)).ToList();
        Assert.True(IsClosed(Connect(cid: 3)));
        var other = Connect(cid: 4);
        other.Send("READY=1"u8);
        other.Shutdown(SocketShutdown.Send);
        Assert.True(_heard.TryTake(out var heard, Some.Limit));
        Assert.Equal(4u, heard.Cid);
        Assert.All(greedy, guest => Assert.True(IsClosed(guest)));
    }

    private static bool IsClosed(Socket peer)
    {
        try
        {
            return peer.Receive(new byte[1]) == 0;
        }
        catch (SocketException e)
        {
            // Closed with bytes unread.
            return e.SocketErrorCode == SocketError.ConnectionReset;
        }
    }

    private Socket Connect(uint cid, uint port = 1000)
    {
        var pair = new SocketPair();
        _pairs.Add(pair);
        _waiting.Enqueue((pair.Ours, cid, port));
        return pair.Peer;
    }

    private (Descriptor, uint, uint)? Accept(TimeSpan limit)
    {
        if (_waiting.TryDequeue(out var connection))
        {
            return connection;
        }

        _end.Token.WaitHandle.WaitOne(10);
        return null;
    }
}
