// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Journal;

/// <summary>Splits what journalctl prints into entries, in batches of what is there at once, so that no entry waits for the next.</summary>
internal static class JournalLines
{
    /// <summary>The longest line that is kept, in bytes; one for a message of 64 KiB that is no UTF-8 has a third of that.</summary>
    public const int MaximumLine = 1 << 20;

    public const int MaximumBatch = 500;

    private const int ReadAtOnce = 64 << 10;

    public static async IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAsync(Stream output, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(output, new StreamPipeReaderOptions(bufferSize: ReadAtOnce));
        var skipping = false;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation).ConfigureAwait(false);
            var entries = new List<LogEntry>();
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                entries.Add(skipping ? LeftOut : Entry(rest.Slice(0, end)));
                skipping = false;
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (rest.Length > MaximumLine)
            {
                skipping = true;
                rest = rest.Slice(rest.End);
            }

            pipe.AdvanceTo(rest.Start, rest.End);
            foreach (var batch in entries.Chunk(MaximumBatch))
            {
                yield return batch;
            }

            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    // It has no cursor: who asks again after the entry before is told of it again, and goes on after the entry behind it.
    private static LogEntry LeftOut => new()
    {
        Priority = 4,
        Identifier = "ghaf",
        Message = $"An entry was left out: it can't be read, or is longer than {MaximumLine >> 20} MiB.",
    };

    private static LogEntry Entry(ReadOnlySequence<byte> line) =>
        line.Length <= MaximumLine && JournalLine.Parse(line.IsSingleSegment ? line.FirstSpan : line.ToArray()) is { } entry ? entry : LeftOut;
}
