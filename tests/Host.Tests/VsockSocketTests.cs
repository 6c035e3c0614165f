// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Host.Native;

namespace Ghaf.Host.Tests;

/// <summary>The real thing, where the machine has the module vsock_loopback.</summary>
public class VsockSocketTests
{
    private const uint Loopback = 1;

    [Fact]
    public void A_connection_shows_its_peer_and_carries_bytes()
    {
        const uint port = 29999;
        Descriptor listener;
        Descriptor client;
        try
        {
            listener = Sockets.ListenVsock(port);
            client = Sockets.ConnectVsock(Loopback, port, TimeSpan.FromSeconds(1));
        }
        catch (Win32Exception e)
        {
            Assert.Skip($"This machine has no vsock loopback: {e.Message}");
            return;
        }

        using (listener)
        using (client)
        {
            var accepted = Sockets.AcceptVsock(listener, Some.Limit);
            Assert.NotNull(accepted);
            using var server = accepted.Value.Socket;
            Assert.Equal(Loopback, accepted.Value.Cid);
            Assert.True(client.WriteAll("READY=1"u8, Some.Limit));
            Assert.True(server.Wait(Readiness.Readable, Some.Limit).HasFlag(Readiness.Readable));
            Assert.Equal(7, server.Read(new byte[16]));
        }
    }
}
