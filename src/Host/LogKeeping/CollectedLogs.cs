// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Journal;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Host.LogKeeping;

/// <summary>Asks the VM that collects. Whether its records are what they were, the host finds out itself: it believes its own anchors only.</summary>
/// <param name="connect">To that VM's log store.</param>
internal sealed class CollectedLogs(HostPlan plan, AnchorBook anchors, Func<SupervisedVm, GuestChannel> connect) : ICollectedLogs, IDisposable
{
    // A search reads all that is stored, if nothing is found.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private GuestChannel? _channel;

    public static CollectedLogs OnPort(uint port, HostPlan plan, AnchorBook anchors, DeviceIdentities identities) =>
        new(plan, anchors, vm => GuestChannel.Connect(vm.Cid, port, identities.Host, vm.Name));

    public Task<LogPage> SearchAsync(LogQuery query, CancellationToken cancel) => AskAsync(async (client, until) =>
    {
        var request = new SearchLogsRequest
        {
            Sources = { query.Sources },
            Unit = query.Unit ?? "",
            Text = query.Text ?? "",
            SinceRealtimeMicroseconds = query.Since is { } since ? (since - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond : 0,
            Priority = (uint)query.Priority,
            Lines = (uint)query.Lines,
        };
        foreach (var (source, number) in query.After ?? new Dictionary<string, ulong>())
        {
            request.After.Add(source, number);
        }

        var answer = await client.SearchAsync(request, deadline: until, cancellationToken: cancel).ConfigureAwait(false);
        return new LogPage([.. answer.Entries.Select(Line)], new Dictionary<string, ulong>(answer.Positions), answer.Truncated);
    }, cancel);

    public Task<IReadOnlyList<LogVerdict>> VerifyAsync(CancellationToken cancel) => AskAsync<IReadOnlyList<LogVerdict>>(async (client, until) =>
    {
        var everywhere = new SearchLogsRequest { Lines = 1, Priority = 7 };
        var stored = (await client.SearchAsync(everywhere, deadline: until, cancellationToken: cancel).ConfigureAwait(false)).Positions.Keys;
        var verdicts = new List<LogVerdict>();
        foreach (var source in stored.Union(anchors.Sources).Order(StringComparer.Ordinal))
        {
            verdicts.Add(await VerifyAsync(client, source, until, cancel).ConfigureAwait(false));
        }

        return verdicts;
    }, cancel);

    public void Dispose() => _channel?.Dispose();

    // What was told before the records are asked for is in them; the log may go on meanwhile.
    private async Task<LogVerdict> VerifyAsync(LogStore.LogStoreClient client, string source, DateTime until, CancellationToken cancel)
    {
        var check = new CheckChain(anchors.Of(source));
        try
        {
            using var call = client.Export(new ExportLogsRequest { Source = source }, deadline: until, cancellationToken: cancel);
            await foreach (var section in call.ResponseStream.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                check.Add(section);
            }
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
        {
            // Then all that the host was told of is missing.
        }

        var verdict = check.Finish();
        return new LogVerdict(source, verdict.First, verdict.Last, verdict.Anchors, verdict.Faults);
    }

    private async Task<T> AskAsync<T>(Func<LogStore.LogStoreClient, DateTime, Task<T>> ask, CancellationToken cancel)
    {
        var vm = plan.Vms.FirstOrDefault(vm => vm.CollectsLogs)
            ?? throw new LogsException("No VM of this device collects logs. (`ghaf vm logs NAME` shows what the host has of one VM.)");
        try
        {
            lock (_gate)
            {
                _channel ??= connect(vm);
            }

            return await ask(new LogStore.LogStoreClient(_channel.Calls), DateTime.UtcNow + Limit).ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            cancel.ThrowIfCancellationRequested();
            throw new LogsException($"{vm.Name} does not give the logs: {e.Status.Detail} (Is it ready? `ghaf vm logs {vm.Name}` shows what the host has of it.)", e);
        }
    }

    private static LogLine Line(LogEntry entry) => new(
        entry.Source,
        entry.Sequence,
        DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(entry.RealtimeMicroseconds, 0, LatestMicroseconds) * TimeSpan.TicksPerMicrosecond),
        (int)entry.Priority,
        entry.Identifier,
        entry.Pid,
        entry.Message,
        entry.BootId,
        entry.Unit.Length > 0 ? entry.Unit : null);

    // The year 9999.
    private static readonly long LatestMicroseconds = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
