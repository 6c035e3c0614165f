// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Admin.Collecting;
using Ghaf.Admin.Settings;
using Ghaf.Admin.Store;
using Ghaf.Journal;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;

namespace Ghaf.Admin.Tests;

/// <summary>The service as its callers see it, with TLS, on a Unix socket.</summary>
public sealed class ServerTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-admin-").FullName;
    private readonly DeviceAuthority _authority = DeviceAuthority.Create(TimeSpan.FromDays(1));
    private readonly StoredLogs _logs;
    private readonly WebApplication _server;
    private readonly UnixDomainSocketEndPoint _endPoint;

    public ServerTests()
    {
        _logs = StoredLogs.Open(Path.Combine(_folder, "logs"), ["net-vm"], 100 << 20, 1000, _ => { });
        _endPoint = new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket"));
        var settings = new AdminSettings("admin-vm", [new CallRule("host", "LogStore/*")], ["net-vm"], 100 << 20);
        _server = new Collector(settings, _logs, [], new FakeHost(), _ => { }, TimeProvider.System).BuildServer(
            _endPoint, _authority.Issue("admin-vm", TimeSpan.FromHours(1)), null, _ => VsockEndPoint.HostCid);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _logs.Dispose();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_host_searches()
    {
        _logs.Append("net-vm", Some.Entries(1, 10));
        await _server.StartAsync();
        using var channel = Connect("host");
        var answer = await new LogStore.LogStoreClient(channel.Calls).SearchAsync(new SearchLogsRequest { Lines = 2, Priority = 7 });
        Assert.Equal("line 9, line 10", Some.Messages(answer.Entries));
        Assert.Equal(10ul, answer.Positions["net-vm"]);
    }

    [Theory]
    [InlineData(0u, 7u)]
    [InlineData(10_001u, 7u)]
    [InlineData(1u, 8u)]
    public async Task Refuses_what_makes_no_sense(uint lines, uint priority)
    {
        await _server.StartAsync();
        using var channel = Connect("host");
        var refusal = await Assert.ThrowsAsync<RpcException>(
            async () => await new LogStore.LogStoreClient(channel.Calls).SearchAsync(new SearchLogsRequest { Lines = lines, Priority = priority }));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
    }

    [Fact]
    public async Task The_host_gets_every_record_to_check()
    {
        for (var number = 1; number <= 100; number++)
        {
            _logs.Append("net-vm", [Some.Entry(number, new string('x', 20_000))]);
        }

        await _server.StartAsync();
        using var channel = Connect("host");
        using var call = new LogStore.LogStoreClient(channel.Calls).Export(new ExportLogsRequest { Source = "net-vm" });
        var check = new CheckChain([_logs["net-vm"].Head]);
        await foreach (var section in call.ResponseStream.ReadAllAsync())
        {
            check.Add(section);
        }

        var verdict = check.Finish();
        Assert.Equal((1ul, 100ul, 1), (verdict.First, verdict.Last, verdict.Anchors));
        Assert.Empty(verdict.Faults);
    }

    [Fact]
    public async Task Knows_whose_logs_it_has()
    {
        await _server.StartAsync();
        using var channel = Connect("host");
        using var call = new LogStore.LogStoreClient(channel.Calls).Export(new ExportLogsRequest { Source = "../etc" });
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal("Nothing was ever collected of “../etc”.", refusal.Status.Detail);
    }

    [Fact]
    public async Task Nobody_else_is_answered()
    {
        await _server.StartAsync();
        using var channel = Connect("net-vm");
        var client = new LogStore.LogStoreClient(channel.Calls);
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(
            async () => await client.SearchAsync(new SearchLogsRequest { Lines = 1 }))).StatusCode);
        using var call = client.Export(new ExportLogsRequest { Source = "net-vm" });
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode);
    }

    [Fact]
    public async Task An_entry_of_another_machine_is_bounded_and_its_cursor_is_one()
    {
        await using var machine = new RunningMachine(
            new LogEntry { Message = new string('x', 200_000), Cursor = "i=1" }, new LogEntry { Message = "good", Cursor = "--rotate" });
        var source = new RemoteJournal("net-vm", await machine.StartAsync());
        await foreach (var batch in source.ReadAsync("", CancellationToken.None))
        {
            _logs.Append("net-vm", batch);
            break;
        }

        Assert.Equal("An entry of more than 128 KiB was left out., good", Some.Messages(Some.EntriesOf(_logs["net-vm"])));
        Assert.Equal("i=1", _logs["net-vm"].Cursor);
    }

    private GuestChannel Connect(string name) => GuestChannel.Connect(
        _endPoint, _authority.Issue(name, TimeSpan.FromHours(1)), "admin-vm", SwitchboardLine.From(name),
        new GuestChannelOptions { ConnectLimit = Some.Limit, CallLimit = Some.Limit });
}
