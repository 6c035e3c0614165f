// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Host.Control;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public sealed class ControlSessionTests : IDisposable
{
    private readonly SocketPair _pair = new();

    public void Dispose() => _pair.Dispose();

    [Fact]
    public async Task Answers_each_line_and_ends_with_the_client()
    {
        var session = Serve((request, _) => Task.FromResult(ControlReply.Refuse(request.Id, "no")));
        Send("\n{\"id\":\"a\",\"verb\":\"status\"}\nrubbish\n{\"id\":\"b\",\"ve");
        Assert.Equal("a", Receive().Id);
        Assert.StartsWith("The request can't be read:", Receive().Error, StringComparison.Ordinal);
        Send("rb\":\"status\"}\n");
        Assert.Equal("b", Receive().Id);
        _pair.Peer.Close();
        await session.WaitAsync(Some.Limit);
    }

    [Fact]
    public async Task A_request_that_fails_is_answered_all_the_same()
    {
        var session = Serve((_, _) => throw new InvalidOperationException("broken"));
        Send("{\"id\":\"a\",\"verb\":\"status\"}\n");
        Assert.Equal("vmd failed: broken", Receive().Error);
        _pair.Peer.Close();
        await session.WaitAsync(Some.Limit);
    }

    [Fact]
    public async Task Work_for_a_client_that_left_is_given_up()
    {
        var begun = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var session = Serve(async (request, cancel) =>
        {
            begun.SetResult();
            using var registration = cancel.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, cancel);
            return ControlReply.Refuse(request.Id, "never");
        });
        Send("{\"id\":\"a\",\"verb\":\"status\"}\n");
        await begun.Task.WaitAsync(Some.Limit);
        _pair.Peer.Close();
        await cancelled.Task.WaitAsync(Some.Limit);
        await session.WaitAsync(Some.Limit);
    }

    private Task Serve(Func<ControlRequest, CancellationToken, Task<ControlReply>> handle)
        => Task.Run(() => new ControlSession(handle, Some.Log()).Serve(_pair.Ours, default));

    private void Send(string text) => _pair.Peer.Send(Encoding.UTF8.GetBytes(text));

    private ControlReply Receive()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (_pair.Peer.Receive(one) == 1 && one[0] != (byte)'\n')
        {
            line.Add(one[0]);
        }

        Assert.True(ProtocolLine.TryRead([.. line], ProtocolJson.Default.ControlReply, out var reply, out var reason), reason);
        return reply;
    }
}
