// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Exec;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli.Tests.Running;

public sealed class EmulatorHungTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly TaskCompletionSource _quit = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_machine_whose_host_is_silent_for_long_hangs_and_another_does_not()
    {
        var paths = new EmulationPaths(_scratch.Path);
        using var monitor = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        monitor.Bind(new UnixDomainSocketEndPoint(paths.Qmp));
        monitor.Listen();
        var answering = AnswerAsync(monitor);
        var device = await EmulatedDevice.StartAsync(paths, EndedBy, TimeProvider.System, CancellationToken.None);
        await using (device)
        {
            await EmulatorHungException.ThrowIfHungAsync(device, TimeSpan.FromSeconds(60));
            var hung = await Assert.ThrowsAsync<EmulatorHungException>(
                () => EmulatorHungException.ThrowIfHungAsync(device, TimeSpan.FromSeconds(61)));
            Assert.Equal("The emulated machine hangs: its host has not reported for 1 min 1 s, so what failed says nothing about the device.", hung.Message.Split('\n')[0]);
            Assert.Equal(ExitCode.ToolFailed, hung.ExitCode);
        }

        await EmulatorHungException.ThrowIfHungAsync(device, TimeSpan.FromHours(1));
        await answering;
    }

    // As an emulator whose machine does nothing any more: its monitor answers all the same.
    private async Task AnswerAsync(Socket monitor)
    {
        using var client = await monitor.AcceptAsync();
        using var reader = new StreamReader(new NetworkStream(client));
        while (await reader.ReadLineAsync() is { } order && !order.Contains("quit"))
        {
            await client.SendAsync("{\"return\": {}}\n"u8.ToArray());
        }

        _quit.SetResult();
    }

    private async Task<CommandResult> EndedBy(CancellationToken kill)
    {
        await _quit.Task.WaitAsync(kill);
        return new CommandResult(0, "", "", TimeSpan.Zero);
    }
}
