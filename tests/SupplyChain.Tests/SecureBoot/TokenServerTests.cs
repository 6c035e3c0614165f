// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;

namespace Ghaf.SupplyChain.Tests.SecureBoot;

public class TokenServerTests
{
    [Theory]
    [InlineData(null, "no p11-kit server is named by P11_KIT_SERVER_ADDRESS")]
    [InlineData("", "no p11-kit server is named by P11_KIT_SERVER_ADDRESS")]
    [InlineData("vsock:cid=2;port=1", "P11_KIT_SERVER_ADDRESS is vsock:cid=2;port=1, and not unix:path=…")]
    [InlineData("unix:path=/nowhere/s", "the p11-kit server of P11_KIT_SERVER_ADDRESS has no socket /nowhere/s any more")]
    public void Rejects_what_is_no_server(string? address, string why)
    {
        var refused = Assert.Throws<TokenUnusableException>(() => TokenServer.At(address, "db.uri"));
        Assert.Equal($"The key in a token that db.uri names cannot be used: {why}.", refused.What);
        Assert.Contains("p11-kit server --provider", refused.Mend);
    }

    [Fact]
    public void Finds_the_socket_of_an_address()
    {
        using var scratch = new ScratchFolder();
        var path = scratch.File("the socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        Assert.Equal(path, TokenServer.At($"unix:path={path.Replace(" ", "%20")}", "db.uri").Socket);
    }
}
