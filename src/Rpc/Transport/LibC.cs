// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Ghaf.Rpc;

/// <summary>The calls for sockets that .NET does not have: it knows no AF_VSOCK and accepts only from sockets that it made.</summary>
internal static unsafe partial class LibC
{
    public const ushort AfUnix = 1;
    public const ushort AfVsock = 40;
    public const int SockStream = 1;
    public const int SockNonblock = 0x800;
    public const int SockCloexec = 0x80000;
    public const int SolSocket = 1;
    public const int SoError = 4;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const int EventNonblock = 0x800;
    public const int EventCloexec = 0x80000;
    public const int GetFlags = 3;
    public const int SetFlags = 4;
    public const int SetDescriptorFlags = 2;
    public const int CloseOnExec = 1;
    public const int OpenNonblock = 0x800;

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
    public static partial int Bind(SafeHandle socket, void* address, uint length);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "listen")]
    public static partial int Listen(SafeHandle socket, int backlog);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "accept4")]
    public static partial int Accept(SafeHandle socket, void* address, uint* length, int flags);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "connect")]
    public static partial int Connect(SafeHandle socket, void* address, uint length);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "getsockopt")]
    public static partial int GetOption(SafeHandle socket, int level, int name, void* value, uint* length);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "poll")]
    public static partial int Poll(PollRequest* requests, nuint count, int milliseconds);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "eventfd")]
    public static partial int Event(uint count, int flags);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "fcntl")]
    public static partial int Control(SafeHandle descriptor, int command, int argument);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "read")]
    public static partial nint Read(SafeHandle descriptor, void* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true, EntryPoint = "write")]
    public static partial nint Write(SafeHandle descriptor, void* buffer, nuint count);
}
