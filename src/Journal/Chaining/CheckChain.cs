// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Google.Protobuf;

namespace Ghaf.Journal;

/// <summary>Follows a chain from its first record to its last, and names what was changed, taken out or put in.</summary>
/// <param name="anchors">Of this chain, by ascending sequence.</param>
public sealed class CheckChain(IReadOnlyList<Anchor> anchors)
{
    private const int MostFaults = 20;

    private readonly List<string> _faults = [];
    private int _more;
    private int _nextAnchor;
    private int _agreed;
    private ulong _vouched;
    private ulong _first;
    private ulong _last;
    private byte[]? _head;

    /// <summary>The next records, in the order in which they are stored.</summary>
    public void Add(ChainSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        foreach (var record in section.Records)
        {
            Add(record, section.PreviousHash.Span);
        }
    }

    public ChainVerdict Finish()
    {
        if (anchors.Count > 0 && anchors[^1].Sequence > _last)
        {
            Fault($"{Records(_last + 1, anchors[^1].Sequence)} missing at the end: the host was told of it");
        }

        return new ChainVerdict(_first, _last, _agreed, _more == 0 ? _faults : [.. _faults, $"and {_more} more faults"]);
    }

    private void Add(ChainRecord record, ReadOnlySpan<byte> before)
    {
        var sequence = SequenceOf(record);
        if (_head is null)
        {
            _first = sequence;
            _head = before.ToArray();
            _last = sequence - 1;
            Compare(_last, _head);
        }

        if (sequence > _last + 1)
        {
            Fault($"{Records(_last + 1, sequence - 1)} missing");
        }
        else if (sequence <= _last)
        {
            Fault($"record {sequence} is there twice: one of the two was put in");
        }
        else if (!HashChain.Next(_head, record.Entry.Span).AsSpan().SequenceEqual(record.Hash.Span))
        {
            Fault(sequence == _first ? $"record {sequence} was changed" : $"record {sequence} does not follow from record {_last}: one of the two was changed");
        }

        _head = record.Hash.ToByteArray();
        _last = Math.Max(_last, sequence);
        Compare(sequence, _head);
    }

    // A chain that was made anew from some record on is in order in itself.
    private void Compare(ulong sequence, byte[] hash)
    {
        while (_nextAnchor < anchors.Count && anchors[_nextAnchor].Sequence < sequence)
        {
            _nextAnchor++;
        }

        if (_nextAnchor == anchors.Count || anchors[_nextAnchor].Sequence != sequence)
        {
            return;
        }

        if (anchors[_nextAnchor].Is(hash))
        {
            _agreed++;
            _vouched = sequence;
        }
        else
        {
            Fault(sequence < _first
                ? $"record {_first} does not follow from the one before it, of which the host was told"
                : $"one of the records {Math.Max(_vouched + 1, _first)} to {sequence} was rewritten: the host was told of another record {sequence}");
        }
    }

    private ulong SequenceOf(ChainRecord record)
    {
        try
        {
            return LogEntry.Parser.ParseFrom(record.Entry).Sequence;
        }
        catch (InvalidProtocolBufferException)
        {
            return _last + 1;
        }
    }

    private void Fault(string what)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(what);
        }
        else
        {
            _more++;
        }
    }

    private static string Records(ulong from, ulong to) => from == to ? $"record {from} is" : $"records {from} to {to} are";
}
