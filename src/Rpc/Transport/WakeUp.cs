// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Rpc;

/// <summary>An eventfd: ends another thread's poll(2).</summary>
internal sealed unsafe class WakeUp : IDisposable
{
    private readonly SafeFileHandle _event;

    public WakeUp()
    {
        var number = LibC.Event(0, LibC.EventNonblock | LibC.EventCloexec);
        _event = number >= 0
            ? new SafeFileHandle(number, ownsHandle: true)
            : throw new Win32Exception(Marshal.GetLastPInvokeError(), "The kernel gives no eventfd.");
    }

    /// <summary>For whoever polls; valid until this is disposed.</summary>
    public int Descriptor => (int)_event.DangerousGetHandle();

    /// <summary>Does nothing after the end.</summary>
    public void Ring()
    {
        try
        {
            var one = 1ul;
            _ = LibC.Write(_event, &one, sizeof(ulong));
        }
        catch (ObjectDisposedException)
        {
            // A connection may outlive the listener that it came from.
        }
    }

    public void Hear()
    {
        var count = 0ul;
        _ = LibC.Read(_event, &count, sizeof(ulong));
    }

    public void Dispose() => _event.Dispose();
}
