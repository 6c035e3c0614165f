// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Admin.Collecting;
using Ghaf.Admin.Store;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Tests;

public sealed class CollectTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-collect-").FullName;
    private readonly ConcurrentQueue<string> _told = new();
    private readonly FakeSource _source = new();
    private CancellationTokenSource _ended = new();
    private StoredLogs? _logs;
    private Task _run = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _ended.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_source_that_goes_away_and_comes_back_loses_nothing_and_gives_nothing_twice()
    {
        Start();
        _source.Write(Some.Entries(1, 10));
        await StoredAsync(10);
        _source.GoAway();
        _source.Write(Some.Entries(11, 20));
        await ToldAsync("net-vm is not collected at the moment: It is away.");
        _source.ComeBack();
        _source.Write(Some.Entries(21, 30));
        await StoredAsync(30);
        Assert.Equal(Some.Messages(Some.Entries(1, 30)), Stored);
        await ToldAsync("net-vm is collected again.");
        Assert.Equal(2, _told.Count);
    }

    [Fact]
    public async Task A_collector_that_ends_at_any_time_goes_on_after_what_it_has_stored()
    {
        _source.Write(Some.Entries(1, 60));
        for (var wanted = 7; wanted <= 60; wanted += 7)
        {
            Start();
            await StoredAsync(wanted);
            await StopAsync();
        }

        Start();
        await StoredAsync(60);
        _source.Write(Some.Entries(61, 61));
        await StoredAsync(61);
        Assert.Equal(Some.Messages(Some.Entries(1, 61)), Stored);
    }

    [Fact]
    public async Task A_source_that_starts_anew_is_read_from_its_beginning()
    {
        Start();
        _source.Write(Some.Entries(1, 5));
        await StoredAsync(5);
        _source.StartAnew();
        _source.Write(Some.Entries(101, 103));
        await StoredAsync(8);
        Assert.Equal($"{Some.Messages(Some.Entries(1, 5))}, {Some.Messages(Some.Entries(101, 103))}", Stored);
        Assert.Equal(["", "i=5"], _source.Asked.Distinct());
    }

    private string Stored => Some.Messages(Some.EntriesOf(_logs!["net-vm"]));

    private void Start()
    {
        _ended = new CancellationTokenSource();
        _logs = StoredLogs.Open(_folder, ["net-vm"], 100 << 20, 1000, _told.Enqueue);
        _run = new CollectSource(_source, _logs, _ => { }, _told.Enqueue, TimeProvider.System).RunAsync(_ended.Token);
    }

    private async Task StopAsync()
    {
        await _ended.CancelAsync();
        await Record.ExceptionAsync(() => _run.WaitAsync(Some.Limit));
        _logs?.Dispose();
    }

    private Task StoredAsync(int count) => Some.UntilAsync(() => (int)_logs!["net-vm"].Head.Sequence >= count, $"{count} entries are stored");

    private Task ToldAsync(string what) => Some.UntilAsync(() => _told.Contains(what), what);
}
