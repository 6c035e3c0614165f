// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Google.Protobuf;

namespace Ghaf.Journal.Tests;

public class CheckChainTests
{
    [Fact]
    public void Accepts_a_chain_that_agrees_with_its_anchors()
    {
        var chain = Chain(1, 10);
        var verdict = Check(chain, 3, 7, 10);
        Assert.Equal((1ul, 10ul, 3), (verdict.First, verdict.Last, verdict.Anchors));
        Assert.Empty(verdict.Faults);
    }

    [Fact]
    public void Accepts_a_chain_whose_beginning_made_room()
    {
        var verdict = Check(Chain(1, 10), Chain(1, 10)[4..], 2, 4, 7);
        Assert.Empty(verdict.Faults);
        Assert.Equal((5ul, 10ul, 2), (verdict.First, verdict.Last, verdict.Anchors));
    }

    [Fact]
    public void Accepts_an_empty_chain() => Assert.Equal((0ul, 0ul), (new CheckChain([]).Finish().First, new CheckChain([]).Finish().Last));

    [Theory]
    [InlineData(1, "record 1 was changed")]
    [InlineData(5, "record 5 does not follow from record 4: one of the two was changed")]
    [InlineData(10, "record 10 does not follow from record 9: one of the two was changed")]
    public void Names_a_record_that_was_changed(int number, string fault)
    {
        var chain = Chain(1, 10);
        chain[number - 1].Entry = Entry((ulong)number, "something else");
        Assert.Equal([fault], Check(chain, 10).Faults);
    }

    [Fact]
    public void Names_a_record_that_was_changed_with_its_hash()
    {
        var chain = Chain(1, 10);
        chain[4].Entry = Entry(5, "something else");
        chain[4].Hash = ByteString.CopyFrom(HashChain.Next(chain[3].Hash.Span, chain[4].Entry.Span));
        Assert.Equal(["record 6 does not follow from record 5: one of the two was changed"], Check(chain, 10).Faults);
    }

    [Fact]
    public void Names_where_records_were_taken_out()
    {
        var chain = Chain(1, 10);
        Assert.Equal(["record 5 is missing"], Check(chain, [.. chain[..4], .. chain[5..]], 10).Faults);
        Assert.Equal(["records 5 to 7 are missing"], Check(chain, [.. chain[..4], .. chain[7..]], 6, 10).Faults);
        Assert.Equal(["records 9 to 10 are missing at the end: the host was told of it"], Check(chain, chain[..8], 5, 10).Faults);
        Assert.Equal(["records 1 to 10 are missing at the end: the host was told of it"], Check(chain, [], 10).Faults);
    }

    [Fact]
    public void Names_a_record_that_was_put_in()
    {
        var chain = Chain(1, 10);
        var extra = new ChainRecord { Entry = Entry(6, "put in") };
        extra.Hash = ByteString.CopyFrom(HashChain.Next(chain[4].Hash.Span, extra.Entry.Span));
        Assert.Equal("record 6 is there twice: one of the two was put in", Check(chain, [.. chain[..5], extra, .. chain[5..]], 10).Faults[0]);
    }

    [Fact]
    public void Names_where_a_chain_was_made_anew()
    {
        var chain = Chain(1, 10);
        List<ChainRecord> forged = [.. chain[..5]];
        foreach (var number in Enumerable.Range(6, 5))
        {
            var record = new ChainRecord { Entry = Entry((ulong)number, number == 7 ? "forged" : "") };
            record.Hash = ByteString.CopyFrom(HashChain.Next(forged[^1].Hash.Span, record.Entry.Span));
            forged.Add(record);
        }

        Assert.Equal(["one of the records 5 to 8 was rewritten: the host was told of another record 8"], Check(chain, forged, 4, 8).Faults);

        // Nobody was told of what is behind the last anchor.
        Assert.Empty(Check(chain, forged, 4, 6).Faults);
    }

    [Fact]
    public void Names_a_beginning_that_does_not_follow_from_what_made_room()
    {
        var chain = Chain(1, 10);
        var anchors = new[] { new Anchor(4, new byte[32]), new Anchor(10, chain[9].Hash.ToByteArray()) };
        var check = new CheckChain(anchors);
        check.Add(Section(chain[3].Hash, chain[4..]));
        Assert.Equal(["record 5 does not follow from the one before it, of which the host was told"], check.Finish().Faults);
    }

    [Fact]
    public void Names_only_the_first_20_of_many_faults()
    {
        var chain = Chain(1, 100);
        chain.ForEach(record => record.Hash = ByteString.CopyFrom(new byte[32]));
        var faults = Check(chain).Faults;
        Assert.Equal((21, "and 80 more faults"), (faults.Count, faults[^1]));
    }

    private static ChainVerdict Check(List<ChainRecord> chain, params int[] anchored) => Check(Chain(1, chain.Count), chain, anchored);

    private static ChainVerdict Check(List<ChainRecord> told, List<ChainRecord> chain, params int[] anchored)
    {
        var check = new CheckChain([.. anchored.Select(number => new Anchor((ulong)number, told[number - 1].Hash.ToByteArray()))]);
        if (chain.Count > 0)
        {
            var before = (int)LogEntry.Parser.ParseFrom(chain[0].Entry).Sequence - 2;
            check.Add(Section(before < 0 ? ByteString.CopyFrom(HashChain.Start) : told[before].Hash, chain));
        }

        return check.Finish();
    }

    private static ChainSection Section(ByteString before, IEnumerable<ChainRecord> records) => new() { PreviousHash = before, Records = { records } };

    private static List<ChainRecord> Chain(int from, int to)
    {
        var hash = HashChain.Start;
        var chain = new List<ChainRecord>();
        for (var number = from; number <= to; number++)
        {
            var entry = Entry((ulong)number, "");
            hash = HashChain.Next(hash, entry.Span);
            chain.Add(new ChainRecord { Entry = entry, Hash = ByteString.CopyFrom(hash) });
        }

        return chain;
    }

    private static ByteString Entry(ulong sequence, string message) =>
        new LogEntry { Sequence = sequence, Message = message.Length > 0 ? message : $"line {sequence}" }.ToByteString();
}
