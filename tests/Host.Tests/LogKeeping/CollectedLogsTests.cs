// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Host.LogKeeping;
using Ghaf.Journal;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ghaf.Host.Tests;

/// <summary>The host against a log store with TLS on a Unix socket.</summary>
public sealed class CollectedLogsTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-collected-").FullName;
    private readonly RunningAgents _running = new();
    private readonly Store _store = new();
    private readonly AnchorBook _anchors;
    private WebApplication? _server;

    public CollectedLogsTests() => _anchors = AnchorBook.Open(Path.Combine(_folder, "anchors"));

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Asks_for_what_is_wanted_and_gives_the_lines()
    {
        using var logs = await StartAsync();
        var since = new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
        _store.Answer = new SearchLogsResponse
        {
            Entries = { new LogEntry { Source = "net-vm", Sequence = 8, RealtimeMicroseconds = 1_769_853_600_000_123, Priority = 4, Identifier = "x", Pid = 9, Message = "m", BootId = "b" } },
            Positions = { ["net-vm"] = 8 },
            Truncated = true,
        };
        var page = await logs.SearchAsync(new LogQuery(["net-vm"], "a.service", "m", since, 5, 6, new Dictionary<string, ulong> { ["net-vm"] = 7 }), default);
        Assert.Equal(
            new SearchLogsRequest
            {
                Sources = { "net-vm" }, Unit = "a.service", Text = "m", SinceRealtimeMicroseconds = 1_769_853_600_000_000, Priority = 5, Lines = 6,
                After = { ["net-vm"] = 7 },
            },
            _store.Asked);
        Assert.Equal(new LogLine("net-vm", 8, since.AddTicks(1230), 4, "x", 9, "m", "b"), Assert.Single(page.Lines));
        Assert.Equal((8ul, true), (page.Positions["net-vm"], page.Truncated));
    }

    [Fact]
    public async Task Verifies_every_chain_by_its_own_anchors()
    {
        using var logs = await StartAsync();
        _store.Chains["net-vm"] = Chain("one", "two", "three");
        _store.Chains["host"] = Chain("one", "two");
        _store.Chains["host"].Records[1].Entry = new LogEntry { Sequence = 2, Message = "changed" }.ToByteString();
        _anchors.Keep("net-vm", new Anchor(2, _store.Chains["net-vm"].Records[1].Hash.ToByteArray()));
        _anchors.Keep("gone-vm", new Anchor(5, new byte[32]));
        var verdicts = await logs.VerifyAsync(default);
        Assert.Equal(
            [
                "gone-vm 0 0 0: records 1 to 5 are missing at the end: the host was told of it",
                "host 1 2 0: record 2 does not follow from record 1: one of the two was changed",
                "net-vm 1 3 1: ",
            ],
            verdicts.Select(v => $"{v.Source} {v.First} {v.Last} {v.Anchors}: {string.Join("; ", v.Faults)}"));
    }

    [Fact]
    public async Task Says_that_no_VM_collects()
    {
        using var logs = new CollectedLogs(Some.Plan(), _anchors, _ => throw new InvalidOperationException());
        var failure = await Assert.ThrowsAsync<LogsException>(() => logs.SearchAsync(new LogQuery([]), default));
        Assert.Equal("No VM of this device collects logs. (`ghaf vm logs NAME` shows what the host has of one VM.)", failure.Message);
    }

    [Fact]
    public async Task Says_that_it_does_not_answer()
    {
        using var logs = await StartAsync();
        await _server!.StopAsync();
        var failure = await Assert.ThrowsAsync<LogsException>(() => logs.VerifyAsync(default));
        Assert.StartsWith("admin-vm does not give the logs: ", failure.Message);
        Assert.EndsWith("(Is it ready? `ghaf vm logs admin-vm` shows what the host has of it.)", failure.Message);
    }

    private async Task<CollectedLogs> StartAsync()
    {
        var endPoint = new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket"));
        _server = RpcServer.Build(
            new RpcServerOptions
            {
                EndPoint = endPoint,
                Identity = new CurrentIdentity(_running.Identities.Issue("admin-vm")),
                Policy = new CallPolicy([new CallRule("host", "LogStore/*")]),
                Origin = CallerOrigins.VouchedByHost,
                IsIntroduced = true,
                PeerCid = _ => VsockEndPoint.HostCid,
            },
            services => services.AddSingleton(_store),
            routes => routes.MapGrpcService<Store>());
        await _server.StartAsync();
        var plan = Some.Plan(true, Some.Vm(), Some.Vm("admin-vm", 5) with { CollectsLogs = true });
        return new CollectedLogs(plan, _anchors, vm => GuestChannel.Connect(
            endPoint, _running.Identities.Host, vm.Name, SwitchboardLine.From("host"), RunningAgents.Patient));
    }

    private static ChainSection Chain(params string[] messages)
    {
        var section = new ChainSection { PreviousHash = ByteString.CopyFrom(HashChain.Start) };
        var hash = HashChain.Start;
        foreach (var message in messages)
        {
            var entry = new LogEntry { Sequence = (ulong)section.Records.Count + 1, Message = message }.ToByteString();
            hash = HashChain.Next(hash, entry.Span);
            section.Records.Add(new ChainRecord { Entry = entry, Hash = ByteString.CopyFrom(hash) });
        }

        return section;
    }

    private sealed class Store : LogStore.LogStoreBase
    {
        public SearchLogsRequest? Asked { get; private set; }

        public SearchLogsResponse? Answer { get; set; }

        public Dictionary<string, ChainSection> Chains { get; } = [];

        public override Task<SearchLogsResponse> Search(SearchLogsRequest request, ServerCallContext context)
        {
            Asked = request;
            var answer = Answer ?? new SearchLogsResponse();
            foreach (var source in Chains.Keys)
            {
                answer.Positions[source] = (ulong)Chains[source].Records.Count;
            }

            return Task.FromResult(answer);
        }

        public override Task Export(ExportLogsRequest request, IServerStreamWriter<ChainSection> responseStream, ServerCallContext context) =>
            Chains.TryGetValue(request.Source, out var chain)
                ? responseStream.WriteAsync(chain)
                : throw new RpcException(new Status(StatusCode.NotFound, "Nothing."));
    }
}
