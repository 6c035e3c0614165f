// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text;
using Ghaf.Host.Stopping;

namespace Ghaf.Host.Tests;

public class PowerButtonTests
{
    [Fact]
    public async Task Names_the_port_where_a_Unix_socket_stands_for_vsock()
    {
        var path = Path.Combine(Path.GetTempPath(), $"ghaf-vsock-{Guid.NewGuid():N}"[..24]);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var pressed = Task.Run(() => PowerButton.Press(Some.Vm() with { VsockSocket = path }, 1022));
        using var peer = listener.Accept();
        var buffer = new byte[100];
        Assert.Equal("CONNECT 1022\n", Encoding.ASCII.GetString(buffer, 0, peer.Receive(buffer)));
        peer.Send("OK 1073741824\n"u8);
        await pressed.WaitAsync(Some.Limit);
        File.Delete(path);
    }

    [Fact]
    public void Gives_up_where_nobody_answers() => PowerButton.Press(Some.Vm() with { VsockSocket = "/nowhere/vsock.sock", QmpSocket = null }, 1022);
}
