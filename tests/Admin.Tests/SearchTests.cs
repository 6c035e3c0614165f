// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Store;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Tests;

public sealed class SearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-search-").FullName;
    private readonly StoredLogs _store;

    public SearchTests()
    {
        _store = StoredLogs.Open(_folder, ["host", "net-vm"], 100 << 20, 1000, _ => { });
        _store.Append("host", [Some.Entry(1, "Started."), Some.Entry(4, "A Needle here", priority: 3, unit: "ghaf-vmd.service")]);
        _store.Append("net-vm", [Some.Entry(2, "needle two"), Some.Entry(3, "three", priority: 7), Some.Entry(5, "five")]);
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Gives_all_by_time() => Assert.Equal("Started., needle two, three, A Needle here, five", Found(new()));

    [Fact]
    public void Gives_the_last_ones()
    {
        var answer = Ask(new() { Lines = 2 });
        Assert.Equal("A Needle here, five", Some.Messages(answer.Entries));
        Assert.False(answer.Truncated);
    }

    [Fact]
    public void Finds_by_source_unit_text_time_and_priority()
    {
        Assert.Equal("needle two, three, five", Found(new() { Sources = { "net-vm" } }));
        Assert.Equal("A Needle here", Found(new() { Unit = "ghaf-vmd.service" }));
        Assert.Equal("needle two, A Needle here", Found(new() { Text = "NEEDLE" }));
        Assert.Equal("A Needle here, five", Found(new() { SinceRealtimeMicroseconds = 4_000_000 }));
        Assert.Equal("A Needle here", Found(new() { Priority = 3 }));
        Assert.Equal("", Found(new() { Sources = { "no-vm" } }));
    }

    [Fact]
    public void Follows_from_where_it_looked_to_and_misses_nothing_when_pages_are_small()
    {
        var first = Ask(new() { Text = "needle" });
        _store.Append("net-vm", [.. Some.Entries(10, 40)]);
        _store.Append("host", [.. Some.Entries(20, 50)]);
        var seen = new List<LogEntry>();
        var positions = first.Positions;
        SearchLogsResponse page;
        do
        {
            page = Ask(new() { After = { positions }, Lines = 7 });
            Assert.InRange(page.Entries.Count, 0, 7);
            seen.AddRange(page.Entries);
            positions = page.Positions;
        }
        while (page.Entries.Count > 0);

        Assert.Equal(31 + 31, seen.Count);
        Assert.Equal(seen.Count, seen.Select(entry => (entry.Source, entry.Sequence)).Distinct().Count());
        Assert.Equal(seen.OrderBy(entry => entry.RealtimeMicroseconds).Select(entry => entry.RealtimeMicroseconds), seen.Select(entry => entry.RealtimeMicroseconds));
    }

    [Fact]
    public void A_page_has_a_bound_in_bytes_and_says_when_that_left_something_out()
    {
        _store.Append("net-vm", [.. Enumerable.Range(100, 60).Select(number => Some.Entry(number, new string('x', 40_000)))]);
        var last = Ask(new());
        Assert.True(last.Truncated);
        Assert.InRange(last.CalculateSize(), 900_000, SearchStore.PageBytes + 10_000);
        Assert.Equal(159_000_000, last.Entries[^1].RealtimeMicroseconds);

        var next = Ask(new() { After = { ["net-vm"] = 3, ["host"] = 2 } });
        Assert.True(next.Truncated);
        Assert.Equal(100_000_000, next.Entries[0].RealtimeMicroseconds);
        Assert.Equal(3ul + (ulong)next.Entries.Count, next.Positions["net-vm"]);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_disturb_the_order_of_a_source()
    {
        _store.Append("net-vm", [Some.Entry(1, "later, by an earlier clock")]);
        Assert.EndsWith("five, later, by an earlier clock", Found(new()));
    }

    private string Found(SearchLogsRequest request) => Some.Messages(Ask(request).Entries);

    private SearchLogsResponse Ask(SearchLogsRequest request)
    {
        request.Lines = request.Lines == 0 ? 1000 : request.Lines;
        request.Priority = request.Priority == 0 ? 7 : request.Priority;
        return SearchStore.Run(_store, request, CancellationToken.None);
    }
}
