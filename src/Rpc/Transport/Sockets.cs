// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Rpc;

/// <summary>Opens sockets of vsock, which .NET can't, and sockets that listen.</summary>
internal static unsafe class Sockets
{
    private const int InProgress = 115;
    private const int TimedOut = 110;

    // How soon a cancelled connect ends.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    /// <exception cref="Win32Exception">The port is taken, or the kernel has no vsock.</exception>
    public static SafeHandle Listen(VsockEndPoint endPoint, int backlog)
    {
        var address = AddressOf(endPoint);
        return Listen(LibC.AfVsock, new ReadOnlySpan<byte>(&address, sizeof(LibC.VsockAddress)), endPoint, backlog);
    }

    /// <exception cref="Win32Exception">The path is taken or can't be made.</exception>
    public static SafeHandle Listen(UnixDomainSocketEndPoint endPoint, int backlog)
    {
        var address = endPoint.Serialize();
        return Listen(LibC.AfUnix, address.Buffer.Span[..address.Size], endPoint, backlog);
    }

    /// <exception cref="Win32Exception">Nobody listens there, or nobody answers within the limit.</exception>
    public static Socket Connect(VsockEndPoint endPoint, TimeSpan limit, CancellationToken cancellation)
    {
        var number = LibC.Socket(LibC.AfVsock, LibC.SockStream | LibC.SockNonblock | LibC.SockCloexec, 0);
        var what = $"Connecting to {endPoint} failed";
        var socket = new SafeSocketHandle(number, ownsHandle: true);
        try
        {
            var address = AddressOf(endPoint);
            if (number < 0
                || (LibC.Connect(socket, &address, (uint)sizeof(LibC.VsockAddress)) != 0 && Marshal.GetLastPInvokeError() != InProgress))
            {
                throw Failure(what);
            }

            WaitUntilConnected(socket, what, limit, cancellation);
            return new Socket(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static SafeFileHandle Listen(int family, ReadOnlySpan<byte> address, EndPoint endPoint, int backlog)
    {
        var number = LibC.Socket(family, LibC.SockStream | LibC.SockNonblock | LibC.SockCloexec, 0);
        var socket = new SafeFileHandle(number, ownsHandle: true);
        fixed (byte* start = address)
        {
            if (number < 0 || LibC.Bind(socket, start, (uint)address.Length) != 0 || LibC.Listen(socket, backlog) != 0)
            {
                var failure = Failure($"Listening on {endPoint} failed");
                socket.Dispose();
                throw failure;
            }
        }

        return socket;
    }

    private static void WaitUntilConnected(SafeSocketHandle socket, string what, TimeSpan limit, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var request = new LibC.PollRequest { Descriptor = (int)socket.DangerousGetHandle(), Wanted = LibC.PollOut };
        while (LibC.Poll(&request, 1, (int)Slice.TotalMilliseconds) <= 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(begun) > limit)
            {
                throw new Win32Exception(TimedOut, $"{what}: no answer within {limit.TotalSeconds:0.#} s.");
            }
        }

        var error = 0;
        var size = (uint)sizeof(int);
        if (LibC.GetOption(socket, LibC.SolSocket, LibC.SoError, &error, &size) != 0 || error != 0)
        {
            throw new Win32Exception(error, $"{what}: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    private static LibC.VsockAddress AddressOf(VsockEndPoint endPoint) =>
        new() { Family = LibC.AfVsock, Cid = endPoint.Cid, Port = endPoint.Port };

    private static Win32Exception Failure(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new Win32Exception(error, $"{what}: {Marshal.GetPInvokeErrorMessage(error)}.");
    }
}
