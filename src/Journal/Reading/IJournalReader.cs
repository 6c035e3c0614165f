// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;

namespace Ghaf.Journal;

/// <summary>A journal, so that tests need no systemd.</summary>
public interface IJournalReader
{
    /// <summary>What is in the journal, oldest first, in batches of at most 500.</summary>
    /// <param name="afterCursor">The entry after which to begin; empty, or of another boot: the first.</param>
    /// <param name="follow">Whether to wait for more at the end, until cancelled.</param>
    /// <exception cref="JournalException">It can't be read.</exception>
    IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAsync(string afterCursor, bool follow, CancellationToken cancellation);
}
