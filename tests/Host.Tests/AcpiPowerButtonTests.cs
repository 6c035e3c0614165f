// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Stopping;
using Ghaf.Host.Tests.Posture;

namespace Ghaf.Host.Tests;

public sealed class AcpiPowerButtonTests : IDisposable
{
    // KEY_POWER is bit 116: bit 52 of the second word from the right.
    private const string Power = "10000000000000 0";
    private const string Keyboard = "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe";

    private readonly HostTreeOnDisk _host = new();
    private readonly SocketPair _button = new();

    public void Dispose()
    {
        _host.Dispose();
        _button.Dispose();
    }

    [Theory]
    [InlineData(Power, true)]
    [InlineData("0", false)]
    [InlineData("", false)]
    [InlineData("20000000000000 0", false)]
    public void Knows_a_power_button_by_its_key(string mask, bool has) => Assert.Equal(has, AcpiPowerButton.HasPowerKey(mask));

    [Fact]
    public async Task A_press_ends_the_wait_and_other_keys_do_not()
    {
        var waiting = Watch();
        Send(type: 1, code: 30, value: 1);
        Send(type: 1, code: 116, value: 0);
        Send(type: 0, code: 0, value: 0);
        await Task.Delay(300);
        Assert.False(waiting.IsCompleted);
        Send(type: 1, code: 116, value: 1);
        await waiting.WaitAsync(Some.Limit);
    }

    [Fact]
    public async Task A_machine_without_a_button_is_waited_for()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = Task.Run(() => new AcpiPowerButton(_host.Tree, Some.Log()).Run(_ => throw new InvalidOperationException(), cancel.Token));
        await Task.Delay(300);
        Assert.False(waiting.IsCompleted);
        await cancel.CancelAsync();
        await waiting.WaitAsync(Some.Limit);
    }

    private Task Watch()
    {
        _host.With("sys/class/input/event0/device/capabilities/key", Power).With("dev/input/event0", "")
            .With("sys/class/input/event1/device/capabilities/key", Keyboard[..9]).With("dev/input/event1", "");
        return Task.Run(() => new AcpiPowerButton(_host.Tree, Some.Log()).Run(
            path => path.EndsWith("event0", StringComparison.Ordinal) ? _button.Ours : throw new InvalidOperationException(path), CancellationToken.None));
    }

    private void Send(short type, short code, int value)
    {
        var bytes = new byte[24];
        BitConverter.TryWriteBytes(bytes.AsSpan(16), type);
        BitConverter.TryWriteBytes(bytes.AsSpan(18), code);
        BitConverter.TryWriteBytes(bytes.AsSpan(20), value);
        _button.Peer.Send(bytes);
    }
}
