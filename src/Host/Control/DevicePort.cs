// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Host.Native;

namespace Ghaf.Host.Control;

/// <summary>
/// A virtio-serial port over its whole life. Clients outside come and go; while none is there the kernel reports a hang-up
/// at once, so we look again after a pause. Each client is a session of its own.
/// </summary>
internal sealed class DevicePort(string path, Func<string, Descriptor> open, Log log)
{
    private static readonly TimeSpan AbsencePause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ReopenPause = TimeSpan.FromSeconds(1);

    /// <summary>Serves one client after the other until cancelled; a port that does not exist is looked for each second.</summary>
    /// <param name="session">Serves one client; returns when it is gone.</param>
    public void Run(Action<Descriptor> session, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                if (File.Exists(path))
                {
                    using var port = open(path);
                    ServeAll(port, session, cancel);
                }
            }
            catch (Win32Exception e)
            {
                log.Write(e.Message);
            }

            cancel.WaitHandle.WaitOne(ReopenPause);
        }
    }

    private static void ServeAll(Descriptor port, Action<Descriptor> session, CancellationToken cancel)
    {
        var leftBehind = false;
        while (!cancel.IsCancellationRequested)
        {
            var seen = port.Wait(Readiness.Readable, TimeSpan.Zero);
            if (!seen.HasFlag(Readiness.HungUp))
            {
                session(port);
                leftBehind = true;
                continue;
            }

            // Only once after each client: bytes that come later are of the next one, whose arrival the kernel tells us
            // after its first bytes when the machine is slow.
            if (leftBehind && seen.HasFlag(Readiness.Readable))
            {
                Discard(port);
            }

            leftBehind = false;

            cancel.WaitHandle.WaitOne(AbsencePause);
        }
    }

    /// <summary>Whether no client has the other end open now.</summary>
    public static bool IsClientAway(Descriptor port) => (port.Wait(Readiness.None, TimeSpan.Zero) & Readiness.HungUp) != 0;

    // What a client left unread when it went was meant for its own session: nobody waits for the answer.
    private static void Discard(Descriptor port)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (port.Read(buffer) > 0)
        {
        }
    }
}
