// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Collecting;

/// <summary>A machine whose journal is collected.</summary>
internal interface ILogSource
{
    /// <summary>A VM's name, or <c>host</c>.</summary>
    string Name { get; }

    /// <summary>What comes after an entry, and then whatever is written, until it is cancelled or the machine is gone.</summary>
    /// <param name="afterCursor">Empty: from the beginning.</param>
    /// <exception cref="Grpc.Core.RpcException">It does not answer any more.</exception>
    /// <exception cref="Journal.JournalException">This machine's own can't be read.</exception>
    IAsyncEnumerable<IReadOnlyCollection<LogEntry>> ReadAsync(string afterCursor, CancellationToken cancellation);
}
