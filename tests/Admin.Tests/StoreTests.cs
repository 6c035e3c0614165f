// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Store;
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Tests;

public sealed class StoreTests : IDisposable
{
    private const int Segment = 2000;
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-logs-").FullName;
    private readonly List<string> _told = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_stored_is_there_after_a_restart_and_the_source_goes_on()
    {
        using (var log = Open())
        {
            log.Append(Some.Entries(1, 3));
            log.Append([new LogEntry { Message = "left out" }]);
            Assert.Equal("i=3", log.Cursor);
        }

        using var again = Open();
        Assert.Equal("i=3", again.Cursor);
        Assert.Equal(4ul, again.Head.Sequence);
        again.Append(Some.Entries(5, 5));
        Assert.Equal("line 1, line 2, line 3, left out, line 5", Some.Messages(Some.EntriesOf(again)));
        Assert.Equal([1ul, 2, 3, 4, 5], Some.EntriesOf(again).Select(entry => entry.Sequence));
        Assert.All(Some.EntriesOf(again), entry => Assert.Equal("net-vm", entry.Source));
        Assert.Empty(_told);
    }

    [Fact]
    public void Records_are_one_chain_over_all_segments_and_restarts()
    {
        for (var number = 1; number <= 60; number++)
        {
            using var log = Open();
            log.Append(Some.Entries(number, number));
        }

        using var whole = Open();
        Assert.InRange(whole.Segments.Count, 2, 20);
        var hash = HashChain.Start;
        foreach (var segment in whole.Segments)
        {
            Assert.Equal(hash, segment.PreviousHash.ToArray());
            foreach (var record in segment.Read())
            {
                hash = HashChain.Next(hash, record.Entry.Span);
                Assert.Equal(hash, record.Hash.ToArray());
            }
        }

        Assert.True(whole.Head.Is(hash));
        Assert.Equal(60ul, whole.Head.Sequence);
    }

    [Fact]
    public void A_record_that_was_torn_at_any_byte_is_cut_off_and_told_and_asked_for_again()
    {
        string path;
        using (var log = Open())
        {
            log.Append(Some.Entries(1, 2));
            path = log.Segments[0].Path;
        }

        var whole = File.ReadAllBytes(path);
        using (var log = Open())
        {
            log.Append(Some.Entries(3, 3));
        }

        var torn = File.ReadAllBytes(path);
        for (var length = whole.Length + 1; length < torn.Length; length++)
        {
            File.WriteAllBytes(path, torn[..length]);
            _told.Clear();
            using var log = Open();
            Assert.Equal("i=2", log.Cursor);
            Assert.Equal(
                $"net-vm: the last {length - whole.Length} bytes of {path} were not written to their end; they are cut off behind record 2.",
                Assert.Single(_told));
            Assert.Equal(whole, File.ReadAllBytes(path));
            log.Append(Some.Entries(3, 3));
            Assert.Equal("line 1, line 2, line 3", Some.Messages(Some.EntriesOf(log)));
        }
    }

    [Fact]
    public void Blocks_that_the_disk_never_got_are_cut_off()
    {
        string path;
        using (var log = Open())
        {
            log.Append(Some.Entries(1, 3));
            path = log.Segments[0].Path;
        }

        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. bytes[..^40], .. new byte[40 + 4096]]);
        using var again = Open();
        Assert.Equal("line 1, line 2", Some.Messages(Some.EntriesOf(again)));
        Assert.Single(_told);
    }

    [Fact]
    public void A_segment_without_a_beginning_is_removed()
    {
        using (var log = Open())
        {
            log.Append(Some.Entries(1, 3));
        }

        File.WriteAllText(Path.Combine(_folder, "net-vm", SegmentFile.NameOf(4)), "ghaf-l");
        using var again = Open();
        Assert.Contains("has not even a beginning; it is removed.", Assert.Single(_told));
        Assert.Equal("i=3", again.Cursor);
        again.Append(Some.Entries(4, 4));
        Assert.Equal(4ul, again.Head.Sequence);
    }

    [Fact]
    public void A_segment_that_was_begun_and_got_no_record_hides_no_cursor()
    {
        using (var log = Open())
        {
            log.Append(Some.Entries(1, 3));
            File.WriteAllBytes(
                Path.Combine(_folder, "net-vm", SegmentFile.NameOf(4)), SegmentFile.Header(4, log.Head.Hash.Span));
        }

        using var again = Open();
        Assert.Equal(("i=3", 3ul), (again.Cursor, again.Head.Sequence));
        again.Append(Some.Entries(4, 4));
        Assert.Equal([1ul, 2, 3, 4], Some.EntriesOf(again).Select(entry => entry.Sequence));
        Assert.Empty(_told);
    }

    [Fact]
    public void A_record_in_the_middle_that_was_changed_stays_for_the_check()
    {
        string path;
        using (var log = Open())
        {
            log.Append(Some.Entries(1, 3));
            path = log.Segments[0].Path;
        }

        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().IndexOf("line 2"u8)] = (byte)'L';
        File.WriteAllBytes(path, bytes);
        using var again = Open();
        Assert.Equal("line 1, Line 2, line 3", Some.Messages(Some.EntriesOf(again)));
        Assert.Empty(_told);
    }

    [Fact]
    public void Rejects_a_file_that_is_no_segment()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "net-vm"));
        var path = Path.Combine(_folder, "net-vm", "1.log");
        File.WriteAllText(path, new string('x', 100));
        Assert.Equal($"{path} is no file of logs; move it away.", Assert.Throws<StoreException>(Open).Message);
    }

    [Fact]
    public void All_logs_together_keep_their_bound_and_who_has_most_makes_room()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lost+found"));
        using var store = StoredLogs.Open(_folder, ["net-vm", "noisy-vm"], 10_000, Segment, _told.Add);
        store.Append("net-vm", Some.Entries(1, 20));
        for (var number = 1; number <= 500; number++)
        {
            store.Append("noisy-vm", Some.Entries(number, number));
            Assert.InRange(store.Logs.Sum(log => log.Segments.Sum(segment => segment.Size)), 0, 10_000);
            Assert.Equal(store.Logs.Sum(log => log.Segments.Sum(segment => segment.Size)), SizeOnDisk());
        }

        Assert.Equal(20, Some.EntriesOf(store["net-vm"]).Length);
        var kept = Some.EntriesOf(store["noisy-vm"]);
        Assert.Equal("line 500", kept[^1].Message);
        Assert.Equal(Enumerable.Range(501 - kept.Length, kept.Length).Select(number => (ulong)number), kept.Select(entry => entry.Sequence));
    }

    [Fact]
    public void The_segment_that_is_written_to_never_makes_room()
    {
        using var store = StoredLogs.Open(_folder, ["net-vm"], 10, Segment, _told.Add);
        store.Append("net-vm", Some.Entries(1, 5));
        Assert.Equal(5, Some.EntriesOf(store["net-vm"]).Length);
    }

    [Fact]
    public void A_source_that_is_not_collected_any_more_stays()
    {
        using (var store = StoredLogs.Open(_folder, ["old-vm"], 10_000, Segment, _told.Add))
        {
            store.Append("old-vm", Some.Entries(1, 2));
        }

        using var later = StoredLogs.Open(_folder, ["net-vm"], 10_000, Segment, _told.Add);
        Assert.Equal(["net-vm", "old-vm"], later.Logs.Select(log => log.Source));
        Assert.Equal("line 1, line 2", Some.Messages(Some.EntriesOf(later["old-vm"])));
    }

    private long SizeOnDisk() => Directory.GetFiles(_folder, "*.log", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);

    private SourceLog Open() => SourceLog.Open(Path.Combine(_folder, "net-vm"), "net-vm", Segment, _told.Add);
}
