// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text;

namespace Ghaf.Admin;

/// <summary>Tells systemd that this service is ready (Type=notify); does nothing when systemd did not start it.</summary>
internal static class NotifySystemd
{
    /// <exception cref="SocketException">systemd does not listen.</exception>
    public static void Ready()
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is { Length: > 0 } path)
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

            // “@” stands for the abstract namespace.
            socket.SendTo(Encoding.UTF8.GetBytes("READY=1"), new UnixDomainSocketEndPoint(path[0] == '@' ? $"\0{path[1..]}" : path));
        }
    }
}
