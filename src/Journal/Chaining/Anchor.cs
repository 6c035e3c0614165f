// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Journal;

/// <summary>The head of a chain at some time, kept by somebody else than who has the chain.</summary>
/// <param name="Sequence">Of the last record that the hash covers.</param>
public sealed record Anchor(ulong Sequence, ReadOnlyMemory<byte> Hash)
{
    public bool Is(ReadOnlySpan<byte> hash) => Hash.Span.SequenceEqual(hash);
}
