// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Host.Native;

/// <summary>
/// Asks the device mapper for the table of a device: linux/dm-ioctl.h, <c>struct dm_ioctl</c> of 312 bytes, behind it for each
/// target a <c>struct dm_target_spec</c> of 40 bytes and its text.
/// </summary>
internal static unsafe class DeviceMapper
{
    // _IOWR(0xfd, 12, struct dm_ioctl)
    private const nuint TableStatus = 0xC138FD0C;
    private const uint GiveTable = 1 << 4;
    private const int Header = 312;
    private const int Target = 40;
    private const int Room = 4096;

    /// <summary>The kind, the table and the status of the only target; null when the kernel does not say.</summary>
    public static (string Kind, string Table, string Status)? Ask(string control, uint major, uint minor)
    {
        var number = LibC.Open(control, LibC.OpenReadWrite | LibC.OpenCloexec);
        if (number < 0)
        {
            return null;
        }

        using var descriptor = new Descriptor(number);
        return Ask(descriptor, major, minor, GiveTable) is var (kind, table) && Ask(descriptor, major, minor, 0) is var (_, status)
            ? (kind, table, status)
            : null;
    }

    public static (string Kind, string Text)? Read(ReadOnlySpan<byte> answer)
    {
        var start = (int)BitConverter.ToUInt32(answer[16..]);
        return BitConverter.ToUInt32(answer[20..]) == 1 && start + Target < answer.Length
            ? (Word(answer.Slice(start + 24, 16)), Word(answer[(start + Target)..]))
            : null;
    }

    private static (string Kind, string Text)? Ask(Descriptor control, uint major, uint minor, uint flags)
    {
        var request = new byte[Room];
        var numbers = request.AsSpan();
        BitConverter.TryWriteBytes(numbers, 4u);
        BitConverter.TryWriteBytes(numbers[12..], (uint)Room);
        BitConverter.TryWriteBytes(numbers[16..], (uint)Header);
        BitConverter.TryWriteBytes(numbers[28..], flags);

        // As huge_encode_dev of the kernel puts them together.
        BitConverter.TryWriteBytes(numbers[40..], (ulong)((minor & 0xff) | (major << 8) | ((minor & ~0xffu) << 12)));
        fixed (byte* memory = request)
        {
            return LibC.Control(control.Number, TableStatus, memory) == 0 ? Read(request) : null;
        }
    }

    private static string Word(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.ASCII.GetString(end < 0 ? bytes : bytes[..end]).Trim();
    }
}
