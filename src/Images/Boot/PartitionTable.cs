// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Ghaf.Images;

/// <summary>Reads the GUID partition table of a disk image with sectors of 512 bytes.</summary>
/// <remarks>
/// <code>
/// 200: "EFI PART"; at 48 the first sector of the entries, at 50 their number, at 54 the size of one
/// entry: type, identifier, first and last sector, flags, name in UTF-16 at 38
/// </code>
/// </remarks>
public static class PartitionTable
{
    private const int Sector = 512;

    /// <summary>The type of an EFI system partition.</summary>
    public static Guid EfiSystem { get; } = new("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");

    /// <summary>In the order of the table; none if the file has no such table.</summary>
    public static ImmutableArray<DiskPartition> Read(string disk)
    {
        using var file = File.OpenRead(disk);
        var header = new byte[Sector];
        file.Position = Sector;
        if (file.ReadAtLeast(header, Sector, throwOnEndOfStream: false) < Sector || !header.AsSpan(0, 8).SequenceEqual("EFI PART"u8))
        {
            return [];
        }

        var entries = new byte[
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(0x50)) * BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(0x54))];
        file.Position = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(0x48)) * Sector;
        file.ReadExactly(entries);
        return
        [
            .. entries.Chunk(BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(0x54)))
                .Where(entry => new Guid(entry.AsSpan(0, 16)) != Guid.Empty).Select(Parse),
        ];
    }

    private static DiskPartition Parse(byte[] entry)
    {
        var first = BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(0x20));
        var last = BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(0x28));
        return new DiskPartition(
            Encoding.Unicode.GetString(entry, 0x38, 72).TrimEnd('\0'),
            new Guid(entry.AsSpan(0, 16)),
            new Guid(entry.AsSpan(16, 16)),
            first * Sector,
            (last + 1 - first) * Sector);
    }
}
