// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Host.Native;

/// <summary>The calls that .NET lacks: AF_VSOCK sockets, device files that must not block, ownership of files, the kernel's own words for errors.</summary>
internal static unsafe partial class LibC
{
    public const int AfUnix = 1;
    public const int AfVsock = 40;
    public const int SockStream = 1;
    public const int SockDatagram = 2;
    public const int SockNonblock = 0x800;
    public const int SockCloexec = 0x80000;
    public const int OpenReadWrite = 2;
    public const int OpenCreate = 0x40;
    public const int OpenExclusive = 0x80;
    public const int OpenNonblock = 0x800;
    public const int OpenCloexec = 0x80000;
    public const int MsgNoSignal = 0x4000;
    public const int SolSocket = 1;
    public const int SoError = 4;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const short PollErr = 8;
    public const short PollHup = 16;

    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public int Descriptor;
        public short Wanted;
        public short Seen;
    }

    /// <summary>struct sockaddr_vm of linux/vm_sockets.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct VsockAddress
    {
        public ushort Family;
        public ushort Reserved;
        public uint Port;
        public uint Cid;
        public uint Zero;
    }

    [LibraryImport("libc", SetLastError = true, EntryPoint = "socket")]
    public static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "bind")]
    public static partial int Bind(int descriptor, void* address, uint length);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "listen")]
    public static partial int Listen(int descriptor, int backlog);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "accept4")]
    public static partial int Accept(int descriptor, void* address, uint* length, int flags);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "connect")]
    public static partial int Connect(int descriptor, void* address, uint length);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "getsockopt")]
    public static partial int GetOption(int descriptor, int level, int name, void* value, uint* length);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "poll")]
    public static partial int Poll(PollRequest* requests, nuint count, int milliseconds);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Create(string path, int flags, uint mode);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "ioctl")]
    public static partial int Control(int descriptor, nuint request, void* argument);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "read")]
    public static partial nint Read(int descriptor, void* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "write")]
    public static partial nint Write(int descriptor, void* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "close")]
    public static partial int Close(int descriptor);

    // linux/mount.h
    public const int MountReadOnly = 1;
    public const int MountNoSuid = 2;
    public const int MountNoDevices = 4;
    public const int MountNoPrograms = 8;

    [LibraryImport("libc", SetLastError = true, EntryPoint = "mount", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Mount(string source, string target, string type, nuint flags, string? options);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "umount2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unmount(string target, int flags);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Chown(string path, uint user, uint group);

    // struct termios of glibc and musl has 60 bytes on all our architectures.
    public const int TermiosSize = 60;

    [LibraryImport("libc", SetLastError = true, EntryPoint = "tcgetattr")]
    public static partial int GetTerminal(int descriptor, void* attributes);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "tcsetattr")]
    public static partial int SetTerminal(int descriptor, int when, void* attributes);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(void* attributes);
}
