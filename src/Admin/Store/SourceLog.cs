// SPDX-License-Identifier: Apache-2.0
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Admin.Store;

/// <summary>
/// All that is stored of one source, in segments, of which only the last is written to. What <see cref="Append"/> has returned from
/// outlives a cut of power.
/// </summary>
internal sealed class SourceLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly long _segmentSize;
    private readonly List<Segment> _segments;

    // The last of them and its file; null before the first entry. Only who appends touches these.
    private Segment? _current;
    private SafeFileHandle? _file;

    private SourceLog(string folder, string source, long segmentSize, List<Segment> segments)
    {
        _folder = folder;
        Source = source;
        _segmentSize = segmentSize;
        _segments = segments;
    }

    public string Source { get; }

    /// <summary>The last stored entry's, by which its source goes on; empty when there is none.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>The last record's sequence and hash.</summary>
    public Anchor Head { get; private set; } = new(0, HashChain.Start);

    /// <summary>Oldest first; a later one may be gone when it is read.</summary>
    public IReadOnlyList<Segment> Segments
    {
        get
        {
            lock (_gate)
            {
                return [.. _segments];
            }
        }
    }

    /// <param name="folder">Of this source; made when it is missing.</param>
    /// <param name="segmentSize">A segment that is larger is followed by the next. Unit: bytes.</param>
    /// <param name="tell">Told what was cut off.</param>
    /// <exception cref="StoreException">A file is no segment.</exception>
    public static SourceLog Open(string folder, string source, long segmentSize, Action<string> tell)
    {
        Directory.CreateDirectory(folder);
        var log = new SourceLog(folder, source, segmentSize, RecoverSegments.Run(folder, source, tell));
        log.Resume();
        return log;
    }

    /// <summary>Stores entries after the others, numbers them and makes them last.</summary>
    /// <exception cref="IOException">They are not stored, none of them.</exception>
    public void Append(IReadOnlyCollection<LogEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var segment = _current is { } current && current.Size < _segmentSize ? current : Begin();
        var (sequence, hash) = (Head.Sequence, Head.Hash.ToArray());
        using var bytes = new MemoryStream();
        foreach (var entry in entries)
        {
            entry.Source = Source;
            entry.Sequence = ++sequence;
            hash = SegmentFile.Write(bytes, hash, entry);
        }

        try
        {
            RandomAccess.Write(_file!, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), segment.Size);
            RandomAccess.FlushToDisk(_file!);
        }
        catch
        {
            // The disk is full: what half of it holds is no part of the log.
            RandomAccess.SetLength(_file!, segment.Size);
            throw;
        }

        _current = segment with { Last = sequence, Size = segment.Size + bytes.Length };
        lock (_gate)
        {
            _segments[^1] = _current;
        }

        Head = new Anchor(sequence, hash);
        Cursor = entries.LastOrDefault(entry => entry.Cursor.Length > 0)?.Cursor ?? Cursor;
    }

    /// <summary>Removes the oldest segment, but never the one that is written to.</summary>
    public bool DropOldest()
    {
        lock (_gate)
        {
            if (_segments.Count < 2)
            {
                return false;
            }

            File.Delete(_segments[0].Path);
            _segments.RemoveAt(0);
            return true;
        }
    }

    public void Dispose() => _file?.Dispose();

    private Segment Begin()
    {
        var path = Path.Combine(_folder, SegmentFile.NameOf(Head.Sequence + 1));
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
        try
        {
            // ext4 makes the name last with the first flush of the file.
            RandomAccess.Write(file, SegmentFile.Header(Head.Sequence + 1, Head.Hash.Span), 0);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        _file?.Dispose();
        _file = file;
        _current = new Segment(path, Head.Sequence + 1, Head.Sequence, Head.Hash, SegmentFile.HeaderBytes);
        lock (_gate)
        {
            _segments.Add(_current);
        }

        return _current;
    }

    // Where the last run stopped. The last segment may have no entry with a cursor.
    private void Resume()
    {
        if (_segments is [])
        {
            return;
        }

        var last = _current = _segments[^1];
        Head = new Anchor(last.Last, last.PreviousHash);
        foreach (var record in last.Read())
        {
            Head = Head with { Hash = record.Hash };
        }

        Cursor = _segments.AsEnumerable().Reverse().Select(CursorIn).FirstOrDefault(cursor => cursor.Length > 0) ?? "";
        _file = File.OpenHandle(last.Path, FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);
    }

    private static string CursorIn(Segment segment)
    {
        var cursor = "";
        foreach (var record in segment.Read())
        {
            cursor = record.Parse().Cursor is { Length: > 0 } later ? later : cursor;
        }

        return cursor;
    }
}
