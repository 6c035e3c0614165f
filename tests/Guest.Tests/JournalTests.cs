// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Guest.Tests;

public class JournalTests
{
    [Theory]
    [InlineData("", "one two")]
    [InlineData("i=1", "two")]
    public async Task Gives_the_entries_after_a_cursor(string cursor, string messages)
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        using var call = new Logs.LogsClient(channel.Calls).Read(new ReadLogsRequest { AfterCursor = cursor });
        var entries = new List<LogEntry>();
        await foreach (var batch in call.ResponseStream.ReadAllAsync())
        {
            entries.AddRange(batch.Entries);
        }

        Assert.Equal(messages, string.Join(' ', entries.Select(entry => entry.Message)));
    }

    [Fact]
    public async Task Refuses_what_is_no_cursor()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        using var call = new Logs.LogsClient(channel.Calls).Read(new ReadLogsRequest { AfterCursor = "--rotate" });
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.InvalidArgument, "after_cursor is no cursor of a journal."), (refusal.StatusCode, refusal.Status.Detail));
    }

    [Fact]
    public async Task Ends_reading_with_the_call_and_lets_only_four_read()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        var calls = new List<AsyncServerStreamingCall<LogBatch>>();
        for (var reader = 0; reader < 4; reader++)
        {
            calls.Add(new Logs.LogsClient(channel.Calls).Read(new ReadLogsRequest { Follow = true }));
            Assert.True(await calls[^1].ResponseStream.MoveNext());
        }

        using var fifth = new Logs.LogsClient(channel.Calls).Read(new ReadLogsRequest { Follow = true });
        Assert.Equal(StatusCode.ResourceExhausted, (await Assert.ThrowsAsync<RpcException>(() => fifth.ResponseStream.MoveNext())).StatusCode);
        calls.ForEach(call => call.Dispose());
        var end = DateTime.UtcNow + Some.Limit;
        while (agent.Journal.Readers > 0)
        {
            Assert.True(DateTime.UtcNow < end, "The journal is still read.");
            await Task.Delay(10);
        }
    }

    [Fact]
    public async Task An_agent_that_is_told_to_end_does_not_wait_for_who_follows()
    {
        var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        using var call = new Logs.LogsClient(channel.Calls).Read(new ReadLogsRequest { Follow = true });
        Assert.True(await call.ResponseStream.MoveNext());
        var ended = agent.DisposeAsync().AsTask();
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode);
        await ended.WaitAsync(Some.Limit);
    }
}
