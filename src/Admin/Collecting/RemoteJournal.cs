// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Admin.Collecting;

/// <summary>That of the host or of another VM, which may have been taken over: what it says is bounded and made plain here again.</summary>
internal sealed class RemoteJournal(string name, CallInvoker calls) : ILogSource
{
    /// <summary>The largest entry that is stored as it is, in bytes.</summary>
    public const int LargestEntry = 128 << 10;

    public string Name => name;

    public async IAsyncEnumerable<IReadOnlyCollection<LogEntry>> ReadAsync(
        string afterCursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var call = new Logs.LogsClient(calls).Read(
            new ReadLogsRequest { AfterCursor = afterCursor, Follow = true }, cancellationToken: cancellation);
        await foreach (var batch in call.ResponseStream.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            yield return [.. batch.Entries.Select(Bounded)];
        }
    }

    private static LogEntry Bounded(LogEntry entry)
    {
        // A cursor that its own journal refuses would end the collecting.
        var cursor = JournalReader.IsCursor(entry.Cursor) ? entry.Cursor : "";
        if (entry.CalculateSize() > LargestEntry)
        {
            return new LogEntry { Message = $"An entry of more than {LargestEntry >> 10} KiB was left out.", Priority = 4, Identifier = "ghaf", Cursor = cursor };
        }

        entry.Cursor = cursor;
        return entry;
    }
}
