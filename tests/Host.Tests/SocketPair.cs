// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Host.Native;

namespace Ghaf.Host.Tests;

/// <summary>Two connected ends: ours as vmd holds it, and the peer's as a plain .NET socket.</summary>
internal sealed class SocketPair : IDisposable
{
    public SocketPair()
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ghaf-pair-{Guid.NewGuid():N}"[..24]);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        Ours = Sockets.ConnectUnix(path, Some.Limit);
        Peer = listener.Accept();
        Peer.ReceiveTimeout = (int)Some.Limit.TotalMilliseconds;
        File.Delete(path);
    }

    public Descriptor Ours { get; }

    public Socket Peer { get; }

    public void Dispose()
    {
        Ours.Dispose();
        Peer.Dispose();
    }
}
