// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Ghaf.Host.Native;

/// <summary>Sockets of the two families that the host has: Unix and vsock. It has no network.</summary>
internal static unsafe class Sockets
{
    /// <summary>Accept connections for any of the host's own context ids.</summary>
    public const uint AnyCid = uint.MaxValue;

    private const int InProgress = 115;
    private const int PathOffset = 2;
    private const int LongestPath = 107;

    /// <exception cref="Win32Exception">The port is taken, or the kernel has no vsock (modprobe vhost_vsock).</exception>
    public static Descriptor ListenVsock(uint port, int backlog = 64)
    {
        var socket = Open(LibC.AfVsock, LibC.SockStream);
        var address = new LibC.VsockAddress { Family = LibC.AfVsock, Cid = AnyCid, Port = port };
        return LibC.Bind(socket.Number, &address, (uint)sizeof(LibC.VsockAddress)) == 0 && LibC.Listen(socket.Number, backlog) == 0
            ? socket
            : throw CloseAnd(socket, $"Listening on vsock port {port} failed");
    }

    /// <summary>The next connection within the limit; null when none came. The address is the kernel's word, not the peer's.</summary>
    public static (Descriptor Socket, uint Cid, uint Port)? AcceptVsock(Descriptor listener, TimeSpan limit)
    {
        if (!listener.Wait(Readiness.Readable, limit).HasFlag(Readiness.Readable))
        {
            return null;
        }

        LibC.VsockAddress peer = default;
        var length = (uint)sizeof(LibC.VsockAddress);
        var number = LibC.Accept(listener.Number, &peer, &length, LibC.SockNonblock | LibC.SockCloexec);
        return number < 0 ? null : (new Descriptor(number), peer.Cid, peer.Port);
    }

    /// <exception cref="Win32Exception">Nobody listens there, or not within the limit.</exception>
    public static Descriptor ConnectVsock(uint cid, uint port, TimeSpan limit)
    {
        var socket = Open(LibC.AfVsock, LibC.SockStream);
        var address = new LibC.VsockAddress { Family = LibC.AfVsock, Cid = cid, Port = port };
        return Connect(socket, &address, (uint)sizeof(LibC.VsockAddress), limit, $"Connecting to vsock {cid}:{port} failed");
    }

    /// <exception cref="Win32Exception">Nobody listens there.</exception>
    public static Descriptor ConnectUnix(string path, TimeSpan limit) => ConnectUnix(path, LibC.SockStream, limit);

    /// <summary>A socket for datagrams to a path; a leading @ means the abstract name space, as in NOTIFY_SOCKET.</summary>
    public static Descriptor ConnectUnixDatagram(string path) => ConnectUnix(path, LibC.SockDatagram, TimeSpan.FromSeconds(1));

    private static Descriptor ConnectUnix(string path, int type, TimeSpan limit)
    {
        var name = Encoding.UTF8.GetBytes(path);
        if (name.Length is 0 or > LongestPath)
        {
            throw new ArgumentException($"“{path}” is no path of a Unix socket (1 to {LongestPath} bytes).", nameof(path));
        }

        var isAbstract = name[0] == (byte)'@';
        var address = stackalloc byte[PathOffset + LongestPath + 1];
        *(ushort*)address = LibC.AfUnix;
        name.CopyTo(new Span<byte>(address + PathOffset, LongestPath));
        address[PathOffset] = isAbstract ? (byte)0 : name[0];
        // The name of an abstract socket ends with the length, a path with a zero byte.
        var length = (uint)(PathOffset + name.Length + (isAbstract ? 0 : 1));
        return Connect(Open(LibC.AfUnix, type), address, length, limit, $"Connecting to {path} failed");
    }

    private static Descriptor Open(int family, int type)
    {
        var number = LibC.Socket(family, type | LibC.SockNonblock | LibC.SockCloexec, 0);
        return number < 0 ? throw Descriptor.Failure("The kernel gives no such socket") : new Descriptor(number);
    }

    private static Descriptor Connect(Descriptor socket, void* address, uint length, TimeSpan limit, string what)
    {
        if (LibC.Connect(socket.Number, address, length) == 0)
        {
            return socket;
        }

        if (Marshal.GetLastPInvokeError() != InProgress)
        {
            throw CloseAnd(socket, what);
        }

        if (socket.Wait(Readiness.Writable, limit) == Readiness.None)
        {
            socket.Dispose();
            throw new Win32Exception(110, $"{what}: no answer within {limit.TotalSeconds:0.#} s.");
        }

        var error = 0;
        var size = (uint)sizeof(int);
        if (LibC.GetOption(socket.Number, LibC.SolSocket, LibC.SoError, &error, &size) != 0 || error != 0)
        {
            Marshal.SetLastPInvokeError(error);
            throw CloseAnd(socket, what);
        }

        return socket;
    }

    private static Win32Exception CloseAnd(Descriptor socket, string what)
    {
        // The error is read first: closing sets its own.
        var failure = Descriptor.Failure(what);
        socket.Dispose();
        return failure;
    }
}
