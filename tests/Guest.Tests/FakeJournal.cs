// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Guest.Tests;

/// <summary>A journal of two entries; who follows it waits for ever.</summary>
internal sealed class FakeJournal : IJournalReader
{
    private int _readers;

    public int Readers => Volatile.Read(ref _readers);

    public async IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAsync(
        string afterCursor, bool follow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Interlocked.Increment(ref _readers);
        try
        {
            yield return [.. new LogEntry[] { new() { Cursor = "i=1", Message = "one" }, new() { Cursor = "i=2", Message = "two" } }
                .Where(entry => string.CompareOrdinal(entry.Cursor, afterCursor) > 0)];
            if (follow)
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }
}
