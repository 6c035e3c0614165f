// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Ghaf.Rpc;

namespace Ghaf.Host.Native;

/// <summary>
/// A file descriptor that never blocks: a socket, or a device file such as a virtio-serial port. Whoever reads or writes
/// waits here, and every wait has an end.
/// </summary>
internal sealed unsafe class Descriptor : SafeHandle
{
    private const int WouldBlock = 11;
    private const int Interrupted = 4;

    public Descriptor(int descriptor)
        : base(-1, ownsHandle: true) => SetHandle(descriptor);

    public override bool IsInvalid => handle < 0;

    public int Number => (int)handle;

    /// <summary>Opens a device file for reading and writing.</summary>
    /// <exception cref="Win32Exception">It does not exist, or somebody else has it open (EBUSY).</exception>
    public static Descriptor OpenFile(string path)
    {
        var number = LibC.Open(path, LibC.OpenReadWrite | LibC.OpenNonblock | LibC.OpenCloexec);
        return number < 0 ? throw Failure($"{path} can't be opened") : new Descriptor(number);
    }

    /// <summary>Waits until one of the wanted events, a hang-up or an error is there, and says which.</summary>
    public Readiness Wait(Readiness wanted, TimeSpan limit)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var request = new LibC.PollRequest
        {
            Descriptor = Number,
            Wanted = (short)((wanted.HasFlag(Readiness.Readable) ? LibC.PollIn : 0)
                | (wanted.HasFlag(Readiness.Writable) ? LibC.PollOut : 0)),
        };
        // A signal ends the wait early; callers loop anyway, so that counts as nothing seen.
        if (LibC.Poll(&request, 1, (int)Math.Clamp(limit.TotalMilliseconds, 0, int.MaxValue)) <= 0)
        {
            return Readiness.None;
        }

        return ((request.Seen & LibC.PollIn) != 0 ? Readiness.Readable : 0)
            | ((request.Seen & LibC.PollOut) != 0 ? Readiness.Writable : 0)
            | ((request.Seen & LibC.PollHup) != 0 ? Readiness.HungUp : 0)
            | ((request.Seen & LibC.PollErr) != 0 ? Readiness.Broken : 0);
    }

    /// <summary>Bytes read; 0 at the end of the stream; -1 when there is nothing now.</summary>
    /// <exception cref="Win32Exception">The peer is gone or the device failed.</exception>
    public int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        fixed (byte* start = buffer)
        {
            var count = LibC.Read(Number, start, (nuint)buffer.Length);
            return count >= 0 ? (int)count : NothingNow("Reading failed");
        }
    }

    /// <summary>Bytes written; -1 when there is no room now.</summary>
    /// <exception cref="Win32Exception">The peer is gone or the device failed.</exception>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        fixed (byte* start = bytes)
        {
            var count = LibC.Write(Number, start, (nuint)bytes.Length);
            return count >= 0 ? (int)count : NothingNow("Writing failed");
        }
    }

    /// <summary>Writes everything within the limit; false when the peer took too long or hung up.</summary>
    public bool WriteAll(ReadOnlySpan<byte> bytes, TimeSpan limit)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!bytes.IsEmpty)
        {
            var written = Write(bytes);
            if (written > 0)
            {
                bytes = bytes[written..];
                continue;
            }

            var left = limit - Stopwatch.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero || (Wait(Readiness.Writable, left) & (Readiness.HungUp | Readiness.Broken)) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A connected socket as a stream, which owns it from now on.</summary>
    public SocketStream ToStream()
    {
        var socket = new SafeSocketHandle(Number, ownsHandle: true);
        SetHandleAsInvalid();
        return new SocketStream(new Socket(socket));
    }

    /// <summary>The error of the last call to the system, with what was tried.</summary>
    public static Win32Exception Failure(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new Win32Exception(error, $"{what}: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    protected override bool ReleaseHandle() => LibC.Close((int)handle) == 0;

    private static int NothingNow(string what)
        => Marshal.GetLastPInvokeError() is WouldBlock or Interrupted ? -1 : throw Failure(what);
}
