// SPDX-License-Identifier: Apache-2.0
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Collecting;

/// <summary>This VM's own.</summary>
internal sealed class OwnJournal(string name, IJournalReader journal) : ILogSource
{
    public string Name => name;

    public IAsyncEnumerable<IReadOnlyCollection<LogEntry>> ReadAsync(string afterCursor, CancellationToken cancellation) =>
        journal.ReadAsync(afterCursor, follow: true, cancellation);
}
