// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.IO.Hashing;

namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>Gives a partition another identifier, in both copies of the table, so that whoever looks for it waits in vain.</summary>
/// <remarks>
/// UEFI 2.10, 5.3.2. In a header: its size at 0c, its checksum at 10, the other header's sector at 20, the entries' first sector
/// at 48, their number at 50, the size of one at 54, their checksum at 58.
/// </remarks>
internal static class ForgottenPartition
{
    private const int Sector = 512;

    public static void Forget(string disk, Guid identifier)
    {
        using var file = File.Open(disk, FileMode.Open, FileAccess.ReadWrite);
        var other = Change(file, 1, identifier);
        Change(file, other, identifier);
    }

    /// <returns>The sector of the other header.</returns>
    private static long Change(FileStream file, long sector, Guid identifier)
    {
        var header = Read(file, sector * Sector, Sector);
        var entriesAt = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(0x48)) * Sector;
        var size = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(0x54));
        var entries = Read(file, entriesAt, size * BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(0x50)));
        var entry = entries.Chunk(size).Index().Single(e => new Guid(e.Item.AsSpan(16, 16)) == identifier).Index;
        Guid.NewGuid().TryWriteBytes(entries.AsSpan((entry * size) + 16));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x58), Crc32.HashToUInt32(entries));
        header.AsSpan(0x10, 4).Clear();
        var headerSize = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(0x0c));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(0x10), Crc32.HashToUInt32(header.AsSpan(0, headerSize)));
        Write(file, entriesAt, entries);
        Write(file, sector * Sector, header);
        return BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(0x20));
    }

    private static byte[] Read(FileStream file, long at, int size)
    {
        var bytes = new byte[size];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static void Write(FileStream file, long at, byte[] bytes)
    {
        file.Position = at;
        file.Write(bytes);
    }
}
