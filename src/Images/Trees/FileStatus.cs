// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ghaf.Images;

/// <summary>
/// What statx(2) says of a name, links not followed. .NET shows neither inode nor link count, and hard links must stay
/// one file. Null for kinds that no package ships (sockets, pipes, devices).
/// </summary>
internal readonly partial record struct FileStatus(
    RootEntryKind? Kind, int Permissions, long Size, int Names, string Inode, string? Target)
{
    // Offsets in struct statx, the same on every architecture: linux/stat.h.
    private const int LinkCount = 16;
    private const int Mode = 28;
    private const int InodeNumber = 32;
    private const int FileSize = 40;

    public static unsafe FileStatus Of(string path)
    {
        const int currentFolder = -100;
        const int doNotFollow = 0x100;
        const uint basic = 0x7ff;
        Span<byte> buffer = stackalloc byte[256];
        fixed (byte* pointer = buffer)
        {
            if (Statx(currentFolder, path, doNotFollow, basic, pointer) != 0)
            {
                throw new IOException($"{path} cannot be read: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }

        var mode = BinaryPrimitives.ReadUInt16LittleEndian(buffer[Mode..]);
        RootEntryKind? kind = (mode & 0xf000) switch
        {
            0x4000 => RootEntryKind.Folder,
            0x8000 => RootEntryKind.File,
            0xa000 => RootEntryKind.Link,
            _ => null,
        };
        return new FileStatus(
            kind,
            mode & 0xfff,
            BinaryPrimitives.ReadInt64LittleEndian(buffer[FileSize..]),
            BinaryPrimitives.ReadInt32LittleEndian(buffer[LinkCount..]),
            BinaryPrimitives.ReadInt64LittleEndian(buffer[InodeNumber..]).ToString("x"),
            kind == RootEntryKind.Link ? new FileInfo(path).LinkTarget : null);
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint mask, byte* buffer);
}
