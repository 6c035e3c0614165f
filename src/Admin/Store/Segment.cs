// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Admin.Store;

/// <summary>A segment at some moment: what is stored in it for good.</summary>
/// <param name="First">The sequence of its first record.</param>
/// <param name="Last">The sequence of its last record; <paramref name="First"/> less 1 when it has none.</param>
/// <param name="Size">Unit: bytes.</param>
internal sealed record Segment(string Path, ulong First, ulong Last, ReadOnlyMemory<byte> PreviousHash, long Size)
{
    public IEnumerable<StoredRecord> Read() => SegmentFile.Read(Path, Size);
}
