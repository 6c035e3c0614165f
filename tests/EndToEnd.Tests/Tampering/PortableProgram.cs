// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;

namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>What an attacker does to a program of UEFI's format.</summary>
internal static class PortableProgram
{
    /// <summary>The same program without its signatures.</summary>
    public static byte[] Unsigned(byte[] program)
    {
        // The fifth of the data directories: where the signatures are, at the end of the file.
        var directory = BinaryPrimitives.ReadInt32LittleEndian(program.AsSpan(0x3c)) + 24 + 144;
        var end = BinaryPrimitives.ReadInt32LittleEndian(program.AsSpan(directory));
        var bare = program[..end];
        bare.AsSpan(directory, 8).Clear();
        return bare;
    }

    /// <summary>One bit of a section.</summary>
    public static byte[] Flipped(byte[] program, string section)
    {
        var (offset, size) = Section(program, section);
        var changed = program.ToArray();
        changed[offset + (size / 2)] ^= 1;
        return changed;
    }

    /// <summary>Other text of the same length in a section.</summary>
    public static byte[] Replaced(byte[] program, string section, string from, string to)
    {
        Assert.Equal(from.Length, to.Length);
        var (offset, size) = Section(program, section);
        var at = program.AsSpan(offset, size).IndexOf(System.Text.Encoding.ASCII.GetBytes(from));
        Assert.True(at >= 0, $"{section} has no “{from}”.");
        var changed = program.ToArray();
        System.Text.Encoding.ASCII.GetBytes(to).CopyTo(changed, offset + at);
        return changed;
    }

    private static (int Offset, int Size) Section(byte[] program, string name)
    {
        var header = BinaryPrimitives.ReadInt32LittleEndian(program.AsSpan(0x3c));
        var count = BinaryPrimitives.ReadInt16LittleEndian(program.AsSpan(header + 6));
        var table = header + 24 + BinaryPrimitives.ReadInt16LittleEndian(program.AsSpan(header + 20));
        for (var at = table; at < table + (count * 40); at += 40)
        {
            if (System.Text.Encoding.ASCII.GetString(program, at, 8).TrimEnd('\0') == name)
            {
                return (BinaryPrimitives.ReadInt32LittleEndian(program.AsSpan(at + 20)),
                    BinaryPrimitives.ReadInt32LittleEndian(program.AsSpan(at + 8)));
            }
        }

        throw new ArgumentException($"There is no section {name}.", nameof(name));
    }
}
