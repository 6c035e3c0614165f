// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Collecting;
using Ghaf.Admin.Store;
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;

namespace Ghaf.Admin.Tests;

public sealed class AnchorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-anchors-").FullName;
    private readonly List<string> _told = [];
    private readonly FakeHost _host = new();
    private readonly StoredLogs _logs;
    private readonly KeepAnchors _keep;

    public AnchorTests()
    {
        _logs = StoredLogs.Open(_folder, ["net-vm", "quiet-vm"], 6000, 1000, _told.Add);
        _keep = new KeepAnchors(_logs, _host, _told.Add, TimeProvider.System);
    }

    public void Dispose()
    {
        _logs.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_host_gets_the_head_first_and_then_each_segments_end_and_the_head_when_there_is_something_new()
    {
        _logs.Append("net-vm", Some.Entries(1, 5));
        await _keep.KeepAsync(CancellationToken.None);
        await _keep.KeepAsync(CancellationToken.None);
        Assert.Equal(("net-vm", 5ul), Assert.Single(_host.Anchors.Select(a => (a.Source, a.Anchor.Sequence))));

        for (var number = 6; number <= 40; number++)
        {
            _logs.Append("net-vm", Some.Entries(number, number));
        }

        await _keep.KeepAsync(CancellationToken.None);
        var ends = _logs["net-vm"].Segments.Select(segment => segment.First - 1).Where(end => end > 5);
        Assert.NotEmpty(ends);
        Assert.Equal([5ul, .. ends, 40ul], _host.Anchors.Select(a => a.Anchor.Sequence));
    }

    [Fact]
    public async Task A_chain_whose_oldest_segments_made_room_agrees_with_what_the_host_got()
    {
        for (var number = 1; number <= 300; number++)
        {
            _logs.Append("net-vm", Some.Entries(number, number));
            await _keep.KeepAsync(CancellationToken.None);
        }

        var check = new CheckChain([.. _host.Anchors.Select(a => a.Anchor)]);
        foreach (var segment in _logs["net-vm"].Segments)
        {
            check.Add(new ChainSection
            {
                PreviousHash = ByteString.CopyFrom(segment.PreviousHash.Span),
                Records =
                {
                    segment.Read().Select(record => new ChainRecord
                    {
                        Entry = ByteString.CopyFrom(record.Entry.Span), Hash = ByteString.CopyFrom(record.Hash.Span),
                    }),
                },
            });
        }

        var verdict = check.Finish();
        Assert.Empty(verdict.Faults);
        Assert.InRange(verdict.First, 100ul, 299ul);
        Assert.Equal((300ul, (int)(300 - verdict.First + 2)), (verdict.Last, verdict.Anchors));
    }

    [Fact]
    public async Task A_host_that_is_away_is_told_once_and_gets_them_later()
    {
        _logs.Append("net-vm", Some.Entries(1, 5));
        _host.IsAway = true;
        await _keep.KeepAsync(CancellationToken.None);
        await _keep.KeepAsync(CancellationToken.None);
        Assert.Equal("The host does not keep the anchor of net-vm: It is away.", Assert.Single(_told));
        _host.IsAway = false;
        await _keep.KeepAsync(CancellationToken.None);
        Assert.Equal(5ul, Assert.Single(_host.Anchors).Anchor.Sequence);
    }
}
