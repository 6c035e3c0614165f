// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Ghaf.Images;

/// <summary>What a program or library says about what it loads: elf(5), 64 bit and little-endian as on all our machines.</summary>
/// <param name="Interpreter">The dynamic linker; null for a library and for a static program.</param>
/// <param name="Needed">Names of libraries without which it does not start.</param>
/// <param name="SearchFolders">Where it looks for them first: <c>/usr/lib/x86_64-linux-gnu/systemd</c>, <c>$ORIGIN/lib</c>.</param>
/// <param name="Opened">Libraries that it opens by itself when it needs them, by its own notes.</param>
internal sealed record ElfFile(
    string? Interpreter, ImmutableArray<string> Needed, ImmutableArray<string> SearchFolders, ImmutableArray<OpenedLibrary> Opened)
{
    private const int HeaderSize = 64;
    private const uint Load = 1;
    private const uint Dynamic = 2;
    private const uint Interp = 3;
    private const uint Note = 4;

    /// <summary>Null when it is none.</summary>
    /// <exception cref="InvalidDataException">It begins as one and is damaged.</exception>
    public static ElfFile? Read(FileContent content)
    {
        if (content.Length < HeaderSize)
        {
            return null;
        }

        using var file = content.Open();
        var header = Take(file, 0, HeaderSize);
        if (!header.AsSpan(0, 6).SequenceEqual((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            return null;
        }

        var segments = Segments(file, header);
        var tags = segments.Where(s => s.Type == Dynamic).SelectMany(s => ElfDynamic.Read(Take(file, s.Offset, s.Size))).ToList();
        return new ElfFile(
            segments.Where(s => s.Type == Interp).Select(s => Encoding.UTF8.GetString(Take(file, s.Offset, s.Size)).TrimEnd('\0')).FirstOrDefault(),
            Names(ElfDynamic.Needed),
            [.. Names(ElfDynamic.RunPath).Concat(Names(ElfDynamic.RPath)).SelectMany(list => list.Split(':'))],
            [.. segments.Where(s => s.Type == Note).SelectMany(s => OpenedLibrary.In(Take(file, s.Offset, s.Size), (int)s.Alignment))]);

        ImmutableArray<string> Names(long tag) => [.. tags.Where(t => t.Tag == tag).Select(t => Name(t.Value))];

        string Name(long at)
        {
            var table = FileOffset(tags.First(t => t.Tag == ElfDynamic.StringTable).Value);
            var size = tags.First(t => t.Tag == ElfDynamic.StringTableSize).Value;
            var text = Take(file, table + at, (int)Math.Min(size - at, 4096));
            return Encoding.UTF8.GetString(text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOf((byte)0))));
        }

        // The dynamic section speaks of addresses in memory.
        long FileOffset(long address)
        {
            var holding = segments.First(s => s.Type == Load && address >= s.Address && address < s.Address + s.Size);
            return address - holding.Address + holding.Offset;
        }
    }

    private static List<(uint Type, long Offset, long Address, long Size, long Alignment)> Segments(Stream file, byte[] header)
    {
        var table = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(32));
        int size = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(54));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
        var all = Take(file, table, size * count);
        var segments = new List<(uint, long, long, long, long)>();
        for (var at = 0; at < all.Length; at += size)
        {
            long Number(int offset) => BinaryPrimitives.ReadInt64LittleEndian(all.AsSpan(at + offset));
            segments.Add((BinaryPrimitives.ReadUInt32LittleEndian(all.AsSpan(at)), Number(8), Number(16), Number(32), Number(48)));
        }

        return segments;
    }

    private static byte[] Take(Stream file, long offset, long size)
    {
        if (offset < 0 || size < 0 || offset + size > file.Length)
        {
            throw new InvalidDataException("A part of the program lies outside of its file.");
        }

        var bytes = new byte[size];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
