// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>Asks the kernel for sockets of every family that reaches beyond the machine, as linux/socket.h numbers them.</summary>
internal static class NetworkFacts
{
    private const int Stream = 1;
    private const int Datagram = 2;
    private const int Raw = 3;

    private static readonly (string Name, int Family, int Type)[] Families =
    [
        ("AF_INET", 2, Stream), ("AF_INET6", 10, Stream), ("AF_PACKET", 17, Raw), ("AF_BLUETOOTH", 31, Raw), ("AF_CAN", 29, Raw),
        ("AF_XDP", 44, Raw), ("AF_TIPC", 30, Datagram), ("AF_NFC", 39, Raw),
    ];

    public static NetworkPosture Read(HostTree host) => new(
        [.. Families.Select(f => new SocketTry(f.Name, Try(f.Family, f.Type)))],
        host.Names("sys/class/net"));

    private static string? Try(int family, int type)
    {
        var number = LibC.Socket(family, type | LibC.SockCloexec, 0);
        if (number < 0)
        {
            return ErrorNames.Of(Marshal.GetLastPInvokeError());
        }

        _ = LibC.Close(number);
        return null;
    }
}
