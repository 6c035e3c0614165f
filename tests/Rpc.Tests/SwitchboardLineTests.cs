// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text;
using Grpc.Core;

namespace Ghaf.Rpc.Tests;

public class SwitchboardLineTests
{
    [Theory]
    [InlineData("ghaf/1 CALL net-vm\n")]
    [InlineData("ghaf/1 FROM gui-vm\n")]
    [InlineData("ghaf/1 OK\n")]
    [InlineData("ghaf/1 NO denied: no rule allows to call it.\n")]
    public void Accepts(string line) =>
        Assert.Equal(line, Encoding.ASCII.GetString(SwitchboardLine.Parse(Encoding.ASCII.GetBytes(line.TrimEnd('\n')))!.ToBytes()));

    [Theory]
    [InlineData("")]
    [InlineData("ghaf/1")]
    [InlineData("ghaf/1 ")]
    [InlineData("ghaf/2 CALL net-vm")]
    [InlineData("CALL net-vm")]
    public void Rejects(string line) => Assert.Null(SwitchboardLine.Parse(Encoding.ASCII.GetBytes(line)));

    [Fact]
    public void Rejects_bytes_that_are_no_text_and_too_many()
    {
        Assert.Null(SwitchboardLine.Parse([.. "ghaf/1 CALL "u8, 0xff]));
        Assert.NotNull(SwitchboardLine.Parse(Line(SwitchboardLine.MaximumBytes - 1)));
        Assert.Null(SwitchboardLine.Parse(Line(SwitchboardLine.MaximumBytes)));
    }

    [Theory]
    [InlineData("ghaf/1 CALL net-vm", "net-vm")]
    [InlineData("ghaf/1 FROM net-vm", null)]
    [InlineData("ghaf/1 CALL net-vm\r", null)]
    [InlineData("ghaf/1 CALL ../net-vm", null)]
    [InlineData("ghaf/1 CALL", null)]
    public void A_call_names_a_VM(string line, string? name) =>
        Assert.Equal(name, SwitchboardLine.Parse(Encoding.ASCII.GetBytes(line))!.NameAfter(SwitchboardLine.CallWord));

    [Theory]
    [InlineData("ghaf/1 NO denied: no rule allows to call it.\n", StatusCode.PermissionDenied, "denied: no rule allows to call it.")]
    [InlineData("ghaf/1 NO net-vm does not answer.\n", StatusCode.Unavailable, "net-vm does not answer.")]
    [InlineData("rubbish\n", StatusCode.Unavailable, "The host did not say whether it connects.")]
    [InlineData("", StatusCode.Unavailable, "The host did not say whether it connects.")]
    public async Task A_caller_learns_why_it_is_not_connected(string answer, StatusCode status, string detail)
    {
        var folder = Directory.CreateTempSubdirectory("ghaf-line-").FullName;
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var endPoint = new UnixDomainSocketEndPoint(Path.Combine(folder, "socket"));
        listener.Bind(endPoint);
        listener.Listen(1);
        using var authority = Some.Authority();
        using var channel = GuestChannel.Connect(
            endPoint, authority.Issue("gui-vm", Some.Day), "net-vm", SwitchboardLine.Call("net-vm"), Some.Patient);
        var call = channel.Probe();
        using (var host = await listener.AcceptAsync())
        {
            var line = new byte[64];
            var length = await host.ReceiveAsync(line);
            Assert.Equal("ghaf/1 CALL net-vm\n", Encoding.ASCII.GetString(line.AsSpan(0, length)));
            await host.SendAsync(Encoding.ASCII.GetBytes(answer));
        }

        var refusal = await Calls.Refused(call);
        Assert.Equal(status, refusal.StatusCode);
        Assert.Contains(detail, refusal.Status.Detail);
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Line(int length) => [.. "ghaf/1 NO "u8, .. Enumerable.Repeat((byte)'x', length - "ghaf/1 NO ".Length)];
}
