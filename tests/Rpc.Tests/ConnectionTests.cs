// SPDX-License-Identifier: Apache-2.0
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Grpc.Core;

namespace Ghaf.Rpc.Tests;

/// <summary>Who gets through the handshake; each refusal stands beside the same probe with the right identity.</summary>
public class ConnectionTests
{
    [Fact]
    public async Task Accepts_the_right_identity()
    {
        await using var server = await RunningServer.StartAsync();
        using var channel = server.Connect();
        await channel.Probe();
        Assert.Equal(["Guest/GetStatus"], server.Reached.Names);
        Assert.Equal(0, server.Denied.Count);
    }

    [Fact]
    public async Task Rejects_a_caller_without_a_certificate()
    {
        await using var server = await RunningServer.StartAsync();
        using var identity = server.Authority.Issue("host", Some.Day);
        Assert.True(await SpeaksAsync(server, identity));
        Assert.False(await SpeaksAsync(server, null));
    }

    [Fact]
    public async Task Rejects_a_certificate_of_another_authority()
    {
        await using var server = await RunningServer.StartAsync();
        using var other = Some.Authority();
        using var theirs = other.Issue("host", Some.Day);
        await RefusedByServerAsync(server, theirs, "PartialChain");
    }

    [Fact]
    public async Task Rejects_a_certificate_that_has_ended()
    {
        using var authority = Some.Authority(new MovableTime { Shift = -5 * Some.Day });
        await using var server = await RunningServer.StartAsync(authority: DeviceAuthority.FromPem(authority.ToPem()));
        using var ended = authority.Issue("host", Some.Day);
        await RefusedByServerAsync(server, ended, "NotTimeValid");
    }

    [Fact]
    public async Task Rejects_a_name_without_a_rule()
    {
        await using var server = await RunningServer.StartAsync();
        await ProveAsync(server);
        using var channel = server.Connect("chromium-vm");
        var refusal = await Calls.Refused(channel.Probe());
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        Assert.Equal("“chromium-vm” may not call Guest/GetStatus: no rule allows it.", refusal.Status.Detail);
        Assert.Single(server.Reached.Names);
        Assert.Equal(1, server.Denied.Count);
        Assert.Single(server.Log.Lines, "Refused: “chromium-vm” may not call Guest/GetStatus: no rule allows it.");
    }

    [Fact]
    public async Task Rejects_the_right_identity_from_the_wrong_machine()
    {
        await using var server = await RunningServer.StartAsync();
        await ProveAsync(server);
        server.Cid = 7;
        using var channel = server.Connect();
        var refusal = await Calls.Refused(channel.Probe());
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        Assert.Equal("“host” may not call Guest/GetStatus from CID 7, which says that it is “host”.", refusal.Status.Detail);
        Assert.Single(server.Reached.Names);
        Assert.Equal(1, server.Denied.Count);
    }

    [Fact]
    public async Task Rejects_a_stolen_identity_in_a_machine_that_the_host_says_is_another()
    {
        await using var server = await RunningServer.StartAsync([new CallRule("admin-vm", "Guest/*"), new CallRule("curl-vm", "Guest/*")]);
        using (var own = server.Connect("admin-vm"))
        {
            await own.Probe();
        }

        using var stolen = server.Connect("admin-vm", vouchedFor: "curl-vm");
        var refusal = await Calls.Refused(stolen.Probe());
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        Assert.Equal("“admin-vm” may not call Guest/GetStatus from CID 2, which says that it is “curl-vm”.", refusal.Status.Detail);
        Assert.Single(server.Reached.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ghaf/1 FROM\n")]
    [InlineData("ghaf/1 FROM Net-VM\n")]
    [InlineData("ghaf/1 FROM net-vm and host\n")]
    [InlineData("ghaf/2 FROM host\n")]
    [InlineData("ghaf/1 CALL net-vm\n")]
    [InlineData("\n")]
    public async Task Rejects_a_connection_that_does_not_begin_with_who_calls(string first)
    {
        await using var server = await RunningServer.StartAsync();
        await ProveAsync(server);
        using var identity = server.Authority.Issue("host", Some.Day);
        await Assert.ThrowsAnyAsync<IOException>(() => HandshakeAsync(server, identity, first));
        Assert.Contains("A connection from CID 2 was refused: it does not begin with who calls.", server.Log.Lines);
        Assert.Single(server.Reached.Names);
    }

    [Fact]
    public async Task Rejects_a_connection_that_says_too_much_before_who_calls_or_nothing_in_time()
    {
        await using var server = await RunningServer.StartAsync(handshakeLimit: TimeSpan.FromSeconds(3));
        await ProveAsync(server);
        foreach (var first in (string[])[new string('x', SwitchboardLine.MaximumBytes), "ghaf/1 FROM host"])
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(server.EndPoint);
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(first));
            Assert.True(await IsClosedAsync(socket));
        }
    }

    [Fact]
    public async Task Closes_connections_of_one_machine_beyond_its_number_and_takes_those_of_another()
    {
        await using var server = await RunningServer.StartAsync(perPeer: 1);
        using var first = server.Connect();
        await first.Probe();
        using var second = server.Connect();
        Assert.Equal(StatusCode.Unavailable, (await Calls.Refused(second.Probe())).StatusCode);

        // Refused by its origin, and so heard.
        server.Cid = 7;
        using var other = server.Connect();
        Assert.Equal(StatusCode.PermissionDenied, (await Calls.Refused(other.Probe())).StatusCode);
        await first.Probe();
    }

    [Fact]
    public async Task Rejects_a_connection_that_did_not_come_over_vsock()
    {
        await using var server = await RunningServer.StartAsync();
        await ProveAsync(server);
        server.Cid = null;
        using var channel = server.Connect();
        var refusal = await Calls.Refused(channel.Probe());
        Assert.Equal(StatusCode.Unavailable, refusal.StatusCode);
        Assert.Single(server.Reached.Names);
    }

    [Fact]
    public async Task Rejects_a_server_of_another_name()
    {
        await using var server = await RunningServer.StartAsync();
        await ProveAsync(server);
        using var channel = server.Connect("host", expected: "admin-vm");
        var refusal = await Calls.Refused(channel.Probe());
        Assert.Equal(StatusCode.Internal, refusal.StatusCode);
        Assert.Contains("“admin-vm” was called and “net-vm” answered.", refusal.ToString());
        Assert.Single(server.Reached.Names);
    }

    [Fact]
    public async Task Rejects_a_server_of_another_authority()
    {
        await using var server = await RunningServer.StartAsync();
        await ProveAsync(server);
        using var other = Some.Authority();
        using var channel = server.Connect(other.Issue("host", Some.Day));
        var refusal = await Calls.Refused(channel.Probe());
        Assert.Contains("The certificate of “net-vm” is not accepted: ", refusal.ToString());
        Assert.Single(server.Reached.Names);
    }

    [Fact]
    public async Task Rejects_a_call_on_a_connection_that_outlived_its_certificate()
    {
        var time = new MovableTime();
        await using var server = await RunningServer.StartAsync(time: time);
        using var channel = server.Connect();
        await channel.Probe();
        time.Shift = 2 * Some.Day;
        var refusal = await Calls.Refused(channel.Probe());
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        Assert.Equal("“host” may not call Guest/GetStatus: its certificate has ended; connect with a new one.", refusal.Status.Detail);
    }

    [Fact]
    public async Task Shows_a_new_certificate_to_new_connections_and_keeps_the_open_ones()
    {
        await using var server = await RunningServer.StartAsync();
        using var open = server.Connect();
        await open.Probe();
        var before = await ShownAsync(server);

        server.Identity.Replace(server.Authority.Issue("net-vm", 2 * Some.Day));
        var after = await ShownAsync(server);
        Assert.NotEqual(before, after);
        Assert.Equal(server.Identity.Value.Certificate.Thumbprint, after);

        // Were a new connection made, it would be refused.
        server.Cid = 7;
        await open.Probe();
    }

    private static async Task ProveAsync(RunningServer server)
    {
        using var channel = server.Connect();
        await channel.Probe();
    }

    private static async Task RefusedByServerAsync(RunningServer server, Identity identity, string reason)
    {
        using var right = server.Authority.Issue("host", Some.Day);
        Assert.True(await SpeaksAsync(server, right));
        Assert.False(await SpeaksAsync(server, identity));
        Assert.Contains(server.Log.Lines, line => line.StartsWith("A connection was refused: The certificate of “host”") && line.Contains(reason));
    }

    // Whether the server says anything. In TLS 1.3 a client learns only after its handshake what the server thinks of it.
    private static async Task<bool> SpeaksAsync(RunningServer server, Identity? identity)
    {
        using var tls = await HandshakeAsync(server, identity);
        try
        {
            await tls.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
            return await tls.ReadAsync(new byte[1]).AsTask().WaitAsync(Some.Limit) > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<bool> IsClosedAsync(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1]).WaitAsync(Some.Limit) == 0;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.ConnectionReset;
        }
    }

    private static async Task<SslStream> HandshakeAsync(RunningServer server, Identity? identity = null, string first = "ghaf/1 FROM host\n")
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(server.EndPoint);
        await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(first));
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "net-vm",
            EnabledSslProtocols = SslProtocols.Tls13,
            ClientCertificates = identity is null ? null : [identity.Certificate],
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
        });
        return tls;
    }

    private static async Task<string> ShownAsync(RunningServer server)
    {
        using var tls = await HandshakeAsync(server);
        return tls.RemoteCertificate!.GetCertHashString();
    }
}
