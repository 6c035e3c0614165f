// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text;
using Ghaf.Host.Consoles;

namespace Ghaf.Host.Tests;

public sealed class AttachConsoleTests : IDisposable
{
    private readonly SocketPair _console = new();
    private readonly SocketPair _terminal = new();

    [Fact]
    public async Task Copies_both_ways_until_Ctrl_and_bracket()
    {
        var bridge = Bridge(escapes: true);
        _terminal.Peer.Send("ls\r"u8);
        Assert.Equal("ls\r", Receive(_console.Peer));
        _console.Peer.Send("bin etc\r\n"u8);
        Assert.Equal("bin etc\r\n", Receive(_terminal.Peer));
        _terminal.Peer.Send("x\u001dnever"u8);
        Assert.Equal("x", Receive(_console.Peer));
        await bridge.WaitAsync(Some.Limit);
    }

    [Fact]
    public async Task Shows_what_comes_after_the_end_of_a_scripts_input()
    {
        var bridge = Bridge(escapes: false);
        _terminal.Peer.Send("id\n"u8);
        _terminal.Peer.Shutdown(SocketShutdown.Send);
        Assert.Equal("id\n", Receive(_console.Peer));
        _console.Peer.Send("uid=0\n"u8);
        Assert.Equal("uid=0\n", Receive(_terminal.Peer));
        await bridge.WaitAsync(Some.Limit);
    }

    [Fact]
    public async Task Ends_with_the_hypervisor()
    {
        var bridge = Bridge(escapes: true);
        _console.Peer.Shutdown(SocketShutdown.Both);
        await bridge.WaitAsync(Some.Limit);
    }

    [Fact]
    public void Rejects_a_VM_that_is_unknown_or_whose_hypervisor_serves_no_console()
    {
        var plan = Some.Plan(true, Some.Vm() with { ConsoleSocket = null });
        Assert.Equal(2, AttachConsole.Run(plan, "no-vm", Some.Log(), CancellationToken.None));
        Assert.Equal(1, AttachConsole.Run(plan, "net-vm", Some.Log(), CancellationToken.None));
    }

    public void Dispose()
    {
        _console.Dispose();
        _terminal.Dispose();
    }

    private Task Bridge(bool escapes) => Task.Run(() => AttachConsole.Bridge(
        _console.Ours, _terminal.Ours, _terminal.Ours, escapes, TimeSpan.FromMilliseconds(500), CancellationToken.None));

    private static string Receive(Socket socket)
    {
        var buffer = new byte[100];
        return Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer));
    }
}
