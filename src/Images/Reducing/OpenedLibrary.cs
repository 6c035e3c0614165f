// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Ghaf.Images;

/// <summary>
/// A library that a program opens when it needs it, as the program itself notes: ELF dlopen metadata of the UAPI group. Sample:
/// <c>[{"feature":"kmod","description":"…","priority":"recommended","soname":["libkmod.so.2"]}]</c>
/// </summary>
/// <param name="Names">The first of them that is there is opened.</param>
/// <param name="Priority">required, recommended or suggested.</param>
internal sealed record OpenedLibrary(ImmutableArray<string> Names, string Priority)
{
    private const uint Type = 0x407c0c0a;
    private const int Header = 12;

    /// <summary>Whether the program is of little use without it.</summary>
    public bool IsWanted => Priority is "required" or "recommended";

    public static IEnumerable<OpenedLibrary> In(byte[] notes, int alignment)
    {
        var align = alignment == 8 ? 8 : 4;
        for (var at = 0; at + Header <= notes.Length;)
        {
            int Number(int offset) => BinaryPrimitives.ReadInt32LittleEndian(notes.AsSpan(at + offset));
            var owner = Encoding.ASCII.GetString(notes, at + Header, Math.Clamp(Number(0), 0, notes.Length - at - Header)).TrimEnd('\0');
            var text = at + Header + RoundUp(Number(0), 4);
            var size = Number(4);
            if (text + size > notes.Length || size < 0)
            {
                throw new InvalidDataException("A note of the program ends outside of its section.");
            }

            if (owner == "FDO" && (uint)Number(8) == Type)
            {
                foreach (var library in Parse(Encoding.UTF8.GetString(notes, text, size).TrimEnd('\0')))
                {
                    yield return library;
                }
            }

            at = RoundUp(text + size, align);
        }
    }

    private static List<OpenedLibrary> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateArray().Select(one => new OpenedLibrary(
                [.. one.GetProperty("soname").EnumerateArray().Select(name => name.GetString()!)],
                one.TryGetProperty("priority", out var priority) ? priority.GetString()! : "recommended")),
        ];
    }

    private static int RoundUp(int number, int step) => (number + step - 1) / step * step;
}
