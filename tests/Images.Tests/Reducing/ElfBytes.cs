// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Text;

namespace Ghaf.Images.Tests;

/// <summary>The least that is an ELF program: header, segments, dynamic section, names, and one note.</summary>
internal static class ElfBytes
{
    private const int HeaderSize = 64;
    private const int SegmentSize = 56;
    private const int Segments = 4;

    public static byte[] Of(string? interpreter, string[] needed, string? runPath = null, string? opens = null)
    {
        var names = new StringBuilder("\0");
        var tags = new List<(long Tag, long Value)>();
        void Name(long tag, string text)
        {
            tags.Add((tag, names.Length));
            names.Append(text).Append('\0');
        }

        Array.ForEach(needed, name => Name(ElfDynamic.Needed, name));
        if (runPath is not null)
        {
            Name(ElfDynamic.RunPath, runPath);
        }

        var strings = Encoding.UTF8.GetBytes(names.ToString());
        var note = opens is null ? [] : Note(opens);
        var linker = Encoding.UTF8.GetBytes(interpreter is null ? "" : interpreter + "\0");
        long start = HeaderSize + (SegmentSize * Segments);
        var dynamic = start + strings.Length;
        tags.AddRange([(ElfDynamic.StringTable, start), (ElfDynamic.StringTableSize, strings.Length), (0, 0)]);
        var section = tags.SelectMany(pair => (byte[])[.. BitConverter.GetBytes(pair.Tag), .. BitConverter.GetBytes(pair.Value)]).ToArray();
        var noteAt = dynamic + section.Length;
        var linkerAt = noteAt + note.Length;
        return
        [
            .. Header(),
            .. Segment(1, 0, linkerAt + linker.Length),
            .. Segment(2, dynamic, section.Length),
            .. Segment(note.Length == 0 ? 0u : 4u, noteAt, note.Length),
            .. Segment(interpreter is null ? 0u : 3u, linkerAt, linker.Length),
            .. strings, .. section, .. note, .. linker,
        ];
    }

    private static byte[] Header()
    {
        var header = new byte[HeaderSize];
        ((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(32), HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(54), SegmentSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(56), Segments);
        return header;
    }

    // Addresses equal offsets.
    private static byte[] Segment(uint type, long offset, long size)
    {
        var segment = new byte[SegmentSize];
        BinaryPrimitives.WriteUInt32LittleEndian(segment, type);
        BinaryPrimitives.WriteInt64LittleEndian(segment.AsSpan(8), offset);
        BinaryPrimitives.WriteInt64LittleEndian(segment.AsSpan(16), offset);
        BinaryPrimitives.WriteInt64LittleEndian(segment.AsSpan(32), size);
        BinaryPrimitives.WriteInt64LittleEndian(segment.AsSpan(48), 4);
        return segment;
    }

    private static byte[] Note(string json)
    {
        var text = Encoding.UTF8.GetBytes(json + "\0");
        return
        [
            .. BitConverter.GetBytes(4), .. BitConverter.GetBytes(text.Length), .. BitConverter.GetBytes(0x407c0c0a),
            .. "FDO\0"u8, .. text, .. new byte[(4 - (text.Length % 4)) % 4],
        ];
    }
}
