// SPDX-License-Identifier: Apache-2.0
using Ghaf.Journal;

namespace Ghaf.Admin.Store;

/// <summary>Finds the segments of a source, and cuts off what a cut of power has left half-written at the end of the last.</summary>
internal static class RecoverSegments
{
    public static List<Segment> Run(string folder, string source, Action<string> tell)
    {
        var segments = new List<Segment>();
        var paths = Directory.GetFiles(folder, "*.log").Order(StringComparer.Ordinal).ToArray();
        foreach (var path in paths)
        {
            if (SegmentFile.ReadHeader(path) is not { } header)
            {
                tell($"{source}: {path} has not even a beginning; it is removed.");
                File.Delete(path);
                continue;
            }

            segments.Add(new Segment(path, header.FirstSequence, header.FirstSequence - 1, header.PreviousHash, new FileInfo(path).Length));
        }

        for (var i = 0; i < segments.Count; i++)
        {
            segments[i] = i + 1 < segments.Count ? segments[i] with { Last = segments[i + 1].First - 1 } : Mend(segments[i], source, tell);
        }

        return segments;
    }

    private static Segment Mend(Segment segment, string source, Action<string> tell)
    {
        var size = (long)SegmentFile.HeaderBytes;
        var last = segment.First - 1;
        ReadOnlyMemory<byte> hash = segment.PreviousHash;
        var records = segment.Read().ToList();
        for (var i = 0; i < records.Count; i++)
        {
            // A record in the middle whose hash is wrong was not torn: it stays, for `ghaf logs verify` to name.
            if (i == records.Count - 1 && !HashChain.Next(hash.Span, records[i].Entry.Span).AsSpan().SequenceEqual(records[i].Hash.Span))
            {
                break;
            }

            size += SegmentFile.SizeOf(records[i]);
            hash = records[i].Hash;
            last++;
        }

        if (size < segment.Size)
        {
            tell($"{source}: the last {segment.Size - size} bytes of {segment.Path} were not written to their end; they are cut off behind record {last}.");
            using var file = File.OpenHandle(segment.Path, FileMode.Open, FileAccess.Write, FileShare.Read);
            RandomAccess.SetLength(file, size);
            RandomAccess.FlushToDisk(file);
        }

        return segment with { Last = last, Size = size };
    }
}
