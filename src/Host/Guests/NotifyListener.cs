// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.ComponentModel;
using Ghaf.Host.Native;

namespace Ghaf.Host.Guests;

/// <summary>
/// Takes the notifications of the guests' systemd. Each comes on a connection of its own: the guest writes, shuts down its
/// side and waits until we close ours, so a slow answer would hold up the guest's PID 1. The sender is known by its context
/// id, which the host's kernel states; the content names nobody.
/// </summary>
internal sealed class NotifyListener(
    Func<TimeSpan, (Descriptor Socket, uint Cid, uint Port)?> accept,
    Func<uint, bool> isKnown,
    Action<uint, NotifyMessage> heard,
    Log log)
{
    /// <summary>A guest has no reason for more than one at a time; a few may overlap when it is slow.</summary>
    public const int ConnectionsPerGuest = 4;

    /// <summary>Only root in a guest can use these ports; systemd does.</summary>
    private const uint LowestUnprivilegedPort = 1024;

    private static readonly TimeSpan MessageLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AcceptPause = TimeSpan.FromSeconds(10);

    /// <summary>A boot takes about 30 messages. A guest that sends many more is slowed down, never cut off: it may be ready yet.</summary>
    private const int MessagesAtOnce = 100;
    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<uint, int> _open = new();
    private readonly ConcurrentDictionary<uint, (double Left, long Since)> _budgets = new();

    /// <summary>Serves until cancelled.</summary>
    public void Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (accept(AcceptPause) is { } connection)
            {
                Admit(connection.Socket, connection.Cid, connection.Port);
            }
        }
    }

    private void Admit(Descriptor socket, uint cid, uint port)
    {
        if (!isKnown(cid) || port >= LowestUnprivilegedPort)
        {
            log.Write($"A notification from CID {cid}, port {port}, was refused: it is no VM's systemd.");
            socket.Dispose();
            return;
        }

        if (_open.AddOrUpdate(cid, 1, (_, count) => count + 1) > ConnectionsPerGuest)
        {
            _open.AddOrUpdate(cid, 0, (_, count) => count - 1);
            socket.Dispose();
            return;
        }

        _ = Task.Run(() => ReceiveAsync(socket, cid));
    }

    private async Task ReceiveAsync(Descriptor socket, uint cid)
    {
        try
        {
            using (socket)
            {
                if (ReadToEnd(socket) is { } bytes && NotifyMessage.TryParse(bytes, out var message))
                {
                    // Told before the socket closes: the guest goes on only when we have taken note.
                    heard(cid, message);
                    if (SpendsTooMuch(cid))
                    {
                        await Task.Delay(SlowDown).ConfigureAwait(false);
                    }
                }
                else
                {
                    log.Write($"A notification from CID {cid} was refused: too long, too slow or not in the protocol.");
                }
            }
        }
        catch (Win32Exception)
        {
            // The guest reset the connection, for instance because it was killed: there is nothing to note.
        }
        finally
        {
            _open.AddOrUpdate(cid, 0, (_, count) => count - 1);
        }
    }

    // One message a second comes back.
    private bool SpendsTooMuch(uint cid)
    {
        var now = TimeProvider.System.GetTimestamp();
        return _budgets.AddOrUpdate(cid, (MessagesAtOnce - 1, now), (_, budget) => (
            Math.Clamp(budget.Left + TimeProvider.System.GetElapsedTime(budget.Since, now).TotalSeconds, 0, MessagesAtOnce) - 1,
            now)).Left < 0;
    }

    private static byte[]? ReadToEnd(Descriptor socket)
    {
        var buffer = new byte[NotifyMessage.MaximumBytes + 1];
        var length = 0;
        var begun = TimeProvider.System.GetTimestamp();
        while (length < buffer.Length)
        {
            var read = socket.Read(buffer.AsSpan(length));
            if (read == 0)
            {
                return buffer[..length];
            }

            length += Math.Max(read, 0);
            var left = MessageLimit - TimeProvider.System.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero || (read < 0 && socket.Wait(Readiness.Readable, left) == Readiness.None))
            {
                return null;
            }
        }

        return null;
    }
}
