// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Events;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public class EventLogTests
{
    private readonly EventLog _events = new(TimeProvider.System, first: 100);

    [Fact]
    public void Events_are_numbered_and_given_out_after_a_number()
    {
        _events.Add(DeviceEventKind.State, "net-vm", "net-vm is ready");
        _events.Add(DeviceEventKind.Report, "ids-vm", "a scan", "alert");
        var all = _events.After(0);
        Assert.Equal([100, 101], all.Select(e => e.Number));
        Assert.Equal((DeviceEventKind.Report, "ids-vm", "a scan", "alert"), (all[1].Kind, all[1].Vm, all[1].Text, all[1].Topic));
        Assert.Equal(TimeSpan.Zero, all[1].Time.Offset);
        Assert.Equal([101], _events.After(100).Select(e => e.Number));
        Assert.Empty(_events.After(101));
    }

    [Fact]
    public void Text_is_one_plain_line_of_bounded_length()
    {
        _events.Add(DeviceEventKind.State, "net-vm", "net-vm is failed: exit code 1:\nqemu: \e[31mno\n");
        _events.Add(DeviceEventKind.State, "net-vm", new string('x', 5000));
        Assert.Equal("net-vm is failed: exit code 1: | qemu: ?[31mno", _events.After(0)[0].Text);
        Assert.Equal(EventLog.LongestText, _events.After(0)[1].Text.Length);
    }

    [Fact]
    public void A_VM_that_causes_many_displaces_only_its_own()
    {
        _events.Add(DeviceEventKind.State, "net-vm", "net-vm is ready");
        _events.Add(DeviceEventKind.State, "app-vm", "app-vm is ready");
        for (var i = 0; i < 3 * EventLog.Kept; i++)
        {
            _events.Add(DeviceEventKind.Denied, "app-vm", $"{i}");
        }

        var kept = _events.After(0);
        Assert.Equal(EventLog.Kept, kept.Count);
        Assert.Equal(["net-vm is ready", "app-vm is ready"], kept.Take(2).Select(e => e.Text));
        Assert.Equal($"{(3 * EventLog.Kept) - 1}", kept[^1].Text);
        Assert.Equal(kept.Select(e => e.Number).Order(), kept.Select(e => e.Number));
    }

    [Fact]
    public async Task Who_waits_is_woken_by_the_next()
    {
        var waiting = _events.WaitAsync(0, default);
        Assert.False(waiting.IsCompleted);
        _events.Add(DeviceEventKind.Power, null, "power button: the device powers off.");
        await waiting.WaitAsync(Some.Limit);
        await _events.WaitAsync(99, default).WaitAsync(Some.Limit);
        using var ended = new CancellationTokenSource();
        var more = _events.WaitAsync(100, ended.Token);
        Assert.False(more.IsCompleted);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => more);
    }

    [Fact]
    public void A_daemon_that_is_started_again_goes_on_with_greater_numbers()
    {
        var first = EventLog.Start(TimeProvider.System);
        first.Add(DeviceEventKind.State, null, "vmd watches 2 VMs.");
        Thread.Sleep(10);
        var second = EventLog.Start(TimeProvider.System);
        second.Add(DeviceEventKind.State, null, "vmd watches 2 VMs.");
        Assert.True(second.After(0)[0].Number > first.After(0)[0].Number);
    }
}
