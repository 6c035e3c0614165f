// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Journal.Tests;

public class JournalLinesTests
{
    [Fact]
    public async Task Reads_lines_that_come_in_pieces()
    {
        var text = Encoding.UTF8.GetBytes("{\"MESSAGE\":\"one\"}\n{\"MESSAGE\":\"two\"}\n");
        for (var piece = 1; piece <= text.Length; piece++)
        {
            Assert.Equal(["one", "two"], (await ReadAsync(new Pieces(text, piece))).Select(entry => entry.Message));
        }
    }

    [Fact]
    public async Task Leaves_out_a_line_that_is_too_long_and_says_so()
    {
        var text = $"{{\"MESSAGE\":\"one\"}}\n{{\"MESSAGE\":\"{new string('x', 3 * JournalLines.MaximumLine)}\"}}\n{{\"MESSAGE\":\"two\"}}\n";
        Assert.Equal(
            ["one", "An entry was left out: it can't be read, or is longer than 1 MiB.", "two"],
            (await ReadAsync(new Pieces(Encoding.UTF8.GetBytes(text), 100_000))).Select(entry => entry.Message));
    }

    [Fact]
    public async Task Gives_at_most_500_entries_at_once()
    {
        var batches = new List<int>();
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 1201)));
        await foreach (var batch in JournalLines.ReadAsync(new MemoryStream(text), CancellationToken.None))
        {
            batches.Add(batch.Count);
        }

        Assert.Equal(1201, batches.Sum());
        Assert.All(batches, count => Assert.InRange(count, 1, 500));
    }

    [Fact]
    public async Task A_line_without_an_end_is_none() => Assert.Equal(
        ["one"], (await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes("{\"MESSAGE\":\"one\"}\n{\"MESSAGE\":\"tw")))).Select(entry => entry.Message));

    private static async Task<List<LogEntry>> ReadAsync(Stream stream)
    {
        var entries = new List<LogEntry>();
        await foreach (var batch in JournalLines.ReadAsync(stream, CancellationToken.None))
        {
            entries.AddRange(batch);
        }

        return entries;
    }

    private sealed class Pieces(byte[] text, int size) : MemoryStream(text)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
