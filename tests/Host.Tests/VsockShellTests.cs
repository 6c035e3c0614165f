// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Net.Sockets;
using Ghaf.Host.Control;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

/// <summary>A real /bin/sh sits at the other end of a Unix socket, as systemd puts it at the end of a vsock connection.</summary>
public sealed class VsockShellTests : IDisposable
{
    private readonly SocketPair _pair = new();

    public void Dispose() => _pair.Dispose();

    [Theory]
    [InlineData("printf", "%s", "it's $HOME \"x\"", 0, "it's $HOME \"x\"")]
    [InlineData("sh", "-c", "echo out; echo err >&2; exit 7", 7, "out\nerr\n")]
    [InlineData("cat", "-", "/no/such", 1, null)]
    [InlineData("no-such-command", "a", "b", 127, null)]
    public async Task A_command_gives_its_output_and_exit_code(string program, string first, string second, int code, string? text)
    {
        using var shell = StartShell();
        var output = await Run(program, first, second);
        Assert.Equal(code, output.ExitCode);
        Assert.Equal(text ?? output.Text, output.Text);
    }

    [Fact]
    public async Task Output_without_end_is_cut_but_the_exit_code_is_kept()
    {
        using var shell = StartShell();
        var output = await Run("sh", "-c", "head -c 1000000 /dev/zero | tr '\\0' a; exit 5");
        Assert.Equal((5, HostCommand.KeptOutput, true), (output.ExitCode, output.Text.Length, output.Truncated));
    }

    [Fact]
    public async Task A_shell_that_ends_first_is_an_error()
    {
        _pair.Peer.Close();
        await Assert.ThrowsAsync<DebugShellException>(() => Run("true"));
    }

    [Fact]
    public async Task A_shell_that_does_not_answer_is_given_up()
    {
        var shell = new VsockShell(_ => _pair.Ours);
        await Assert.ThrowsAsync<DebugShellException>(
            () => shell.RunAsync(Some.Vm(), ["true"], TimeSpan.FromMilliseconds(300), default));
    }

    private Task<CommandOutput> Run(params string[] argv)
        => new VsockShell(_ => _pair.Ours).RunAsync(Some.Vm(), argv, Some.Limit, default);

    private Process StartShell()
    {
        var shell = Process.Start(new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var stream = new NetworkStream(_pair.Peer);
        _ = stream.CopyToAsync(shell.StandardInput.BaseStream)
            .ContinueWith(_ => shell.StandardInput.Close(), TaskScheduler.Default);
        _ = shell.StandardOutput.BaseStream.CopyToAsync(stream);
        return shell;
    }
}
