// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Store;

/// <summary>A record as it lies in a segment.</summary>
/// <param name="Entry">A <see cref="LogEntry"/>.</param>
/// <param name="Hash">Over the hash before it and the entry.</param>
internal readonly record struct StoredRecord(ReadOnlyMemory<byte> Entry, ReadOnlyMemory<byte> Hash)
{
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">It is none: somebody else wrote it.</exception>
    public LogEntry Parse() => LogEntry.Parser.ParseFrom(Entry.Span);
}
