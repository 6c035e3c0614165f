// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;

namespace Ghaf.Images;

/// <summary>The dynamic section of an <see cref="ElfFile"/>: pairs of a tag and a value, up to the tag 0.</summary>
internal static class ElfDynamic
{
    public const long Needed = 1;
    public const long StringTable = 5;
    public const long StringTableSize = 10;
    public const long RPath = 15;
    public const long RunPath = 29;

    public static List<(long Tag, long Value)> Read(byte[] section)
    {
        var pairs = new List<(long Tag, long Value)>();
        for (var at = 0; at + 16 <= section.Length; at += 16)
        {
            var tag = BinaryPrimitives.ReadInt64LittleEndian(section.AsSpan(at));
            if (tag == 0)
            {
                break;
            }

            pairs.Add((tag, BinaryPrimitives.ReadInt64LittleEndian(section.AsSpan(at + 8))));
        }

        return pairs;
    }
}
