// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Google.Protobuf;

namespace Ghaf.Admin.Store;

/// <summary>Finds entries: the last ones that match, or the first ones after what the asker has seen.</summary>
internal static class SearchStore
{
    /// <summary>The most that one answer holds, in bytes.</summary>
    public const int PageBytes = 1 << 20;

    public static SearchLogsResponse Run(StoredLogs store, SearchLogsRequest request, CancellationToken cancellation)
    {
        var logs = store.Logs.Where(log => request.Sources.Count == 0 || request.Sources.Contains(log.Source));
        var found = logs.Select(log => request.After.Count == 0
            ? Last(log, request, cancellation)
            : First(log, request, request.After.TryGetValue(log.Source, out var after) ? after : 0, cancellation)).ToList();
        var merged = Merge(found);
        var page = request.After.Count == 0
            ? Fitting(Enumerable.Reverse(merged), request.Lines).Reverse().ToList()
            : Fitting(merged, request.Lines).ToList();
        var response = new SearchLogsResponse
        {
            Entries = { page },
            Truncated = found.Any(of => of.Truncated) || page.Count < Math.Min(merged.Count, request.After.Count == 0 ? request.Lines : int.MaxValue),
        };
        var given = page.Select(entry => (entry.Source, entry.Sequence)).ToHashSet();
        foreach (var of in found)
        {
            // What there was no room for comes the next time.
            var missed = request.After.Count == 0 ? null : of.Entries.FirstOrDefault(entry => !given.Contains((entry.Source, entry.Sequence)));
            response.Positions.Add(of.Source, missed is null ? of.Looked : missed.Sequence - 1);
        }

        return response;
    }

    private static Found Last(SourceLog log, SearchLogsRequest request, CancellationToken cancellation)
    {
        var head = log.Head.Sequence;
        var matches = new LinkedList<LogEntry>();
        var truncated = false;
        var bytes = 0;
        foreach (var segment in log.Segments.Reverse())
        {
            // Those of a segment are in their order, and before those of the segments behind it.
            var room = (Lines: (int)request.Lines - matches.Count, Bytes: PageBytes - bytes);
            var here = new Queue<LogEntry>();
            var size = 0;
            foreach (var entry in Matches(segment, request, 0, cancellation))
            {
                here.Enqueue(entry);
                size += entry.CalculateSize();
                while (here.Count > 1 && (here.Count > room.Lines || size > room.Bytes))
                {
                    truncated |= size > room.Bytes;
                    size -= here.Dequeue().CalculateSize();
                }
            }

            foreach (var entry in here.Reverse())
            {
                matches.AddFirst(entry);
            }

            bytes += size;
            if (matches.Count >= request.Lines || bytes >= PageBytes)
            {
                break;
            }
        }

        return new Found(log.Source, [.. matches], head, truncated);
    }

    private static Found First(SourceLog log, SearchLogsRequest request, ulong after, CancellationToken cancellation)
    {
        var head = log.Head.Sequence;
        var matches = new List<LogEntry>();
        var bytes = 0;
        foreach (var entry in log.Segments.Where(segment => segment.Last > after).SelectMany(s => Matches(s, request, after, cancellation)))
        {
            matches.Add(entry);
            bytes += entry.CalculateSize();
            if (matches.Count >= request.Lines || bytes >= PageBytes)
            {
                return new Found(log.Source, matches, entry.Sequence, true);
            }
        }

        // A head that is read before the segments may be behind them: nothing is missed, and what was given is not given again.
        return new Found(log.Source, matches, Math.Max(head, matches.LastOrDefault()?.Sequence ?? after), false);
    }

    private static IEnumerable<LogEntry> Matches(Segment segment, SearchLogsRequest request, ulong after, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var record in Records(segment))
        {
            if (Parse(record) is { } entry && entry.Sequence > after && entry.Priority <= request.Priority
                && entry.RealtimeMicroseconds >= request.SinceRealtimeMicroseconds
                && (request.Unit.Length == 0 || entry.Unit == request.Unit)
                && (request.Text.Length == 0 || entry.Message.Contains(request.Text, StringComparison.OrdinalIgnoreCase)))
            {
                yield return entry;
            }
        }
    }

    private static IEnumerable<StoredRecord> Records(Segment segment)
    {
        try
        {
            return [.. segment.Read()];
        }
        catch (FileNotFoundException)
        {
            // It made room meanwhile.
            return [];
        }
    }

    private static LogEntry? Parse(StoredRecord record)
    {
        try
        {
            return record.Parse();
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    // By time, as far as each source's own order allows: a clock may have been set back.
    private static List<LogEntry> Merge(IEnumerable<Found> found)
    {
        var waiting = new PriorityQueue<(Found Of, int Next), (long Time, string Source)>();
        void Wait(Found of, int next)
        {
            if (next < of.Entries.Count)
            {
                waiting.Enqueue((of, next), (of.Entries[next].RealtimeMicroseconds, of.Source));
            }
        }

        foreach (var of in found)
        {
            Wait(of, 0);
        }

        var merged = new List<LogEntry>();
        while (waiting.TryDequeue(out var first, out _))
        {
            merged.Add(first.Of.Entries[first.Next]);
            Wait(first.Of, first.Next + 1);
        }

        return merged;
    }

    private static IEnumerable<LogEntry> Fitting(IEnumerable<LogEntry> entries, uint lines)
    {
        var bytes = 0;
        foreach (var entry in entries.Take((int)lines))
        {
            bytes += entry.CalculateSize();
            if (bytes > PageBytes)
            {
                yield break;
            }

            yield return entry;
        }
    }

    private sealed record Found(string Source, List<LogEntry> Entries, ulong Looked, bool Truncated);
}
