// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Text;

namespace Ghaf.Host.Native;

/// <summary>Tells our own systemd about ourselves (Type=notify); does nothing when it did not start us.</summary>
internal static class SelfNotification
{
    /// <param name="message">Assignments, one a line: <c>READY=1</c>.</param>
    public static void Send(string message, Log log)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } path)
        {
            return;
        }

        try
        {
            using var socket = Sockets.ConnectUnixDatagram(path);
            socket.WriteAll(Encoding.UTF8.GetBytes(message), TimeSpan.FromSeconds(1));
        }
        catch (Win32Exception e)
        {
            log.Write($"systemd could not be told “{message}”: {e.Message}");
        }
    }
}
