// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Host.Steering;
using Ghaf.Host.Stopping;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public sealed class PausingTests : IDisposable
{
    private readonly string _marks = Directory.CreateTempSubdirectory("ghaf-marks-").FullName;
    private readonly FakeMonitor _monitor = new(256 << 20);
    private readonly FakeSystemd _systemd = new();
    private readonly EventLog _events = new(TimeProvider.System);
    private readonly SupervisedVm _vm;

    public PausingTests()
    {
        _vm = Some.Vm() with { QmpSocket = _monitor.Path };
        _systemd.Units[_vm.Unit] = Some.Unit("active", "running") with { MainPid = 77 };
    }

    public void Dispose()
    {
        _monitor.Dispose();
        Directory.Delete(_marks, recursive: true);
    }

    [Fact]
    public async Task A_VM_that_is_ready_stands_still_and_goes_on()
    {
        var (watch, steering) = await ReadyAsync();
        Assert.Null(await DoAsync(steering, VmOrder.Pause));
        Assert.True(_monitor.IsPaused);
        Assert.Equal(VmState.Paused, watch.Snapshot().Vms[0].State);
        Assert.Equal("pause net-vm failed: it is paused.", await DoAsync(steering, VmOrder.Pause));
        Assert.Null(await DoAsync(steering, VmOrder.Resume));
        Assert.False(_monitor.IsPaused);
        Assert.Equal(VmState.Ready, watch.Snapshot().Vms[0].State);
        Assert.Equal("resume net-vm failed: it is ready.", await DoAsync(steering, VmOrder.Resume));
        Assert.Equal("operator: pause net-vm", _events.After(0)[0].Text);
    }

    [Fact]
    public async Task A_VM_whose_hypervisor_takes_no_orders_goes_on()
    {
        var without = _vm with { QmpSocket = null };
        var (watch, steering) = await ReadyAsync(without);
        Assert.Equal(
            "pause net-vm failed: its hypervisor takes no orders. (Only QEMU's monitor is known to vmd.)",
            await DoAsync(steering, VmOrder.Pause, without));
        Assert.Equal(VmState.Ready, watch.StateOf(_vm));
    }

    [Fact]
    public async Task A_daemon_that_is_started_again_finds_who_stands_still()
    {
        var (_, steering) = await ReadyAsync();
        await DoAsync(steering, VmOrder.Pause);
        var (watch, again) = Make(_vm);
        await again.FindPausedAsync([_vm], default);
        Assert.Equal(VmState.Paused, watch.StateOf(_vm));
    }

    [Fact]
    public async Task The_next_run_of_a_VM_does_not_begin_paused()
    {
        var (watch, steering) = await ReadyAsync();
        await DoAsync(steering, VmOrder.Pause);
        _systemd.Units[_vm.Unit] = _systemd.Units[_vm.Unit] with { Invocation = "run2" };
        await watch.RefreshAsync(default);
        Assert.Equal(VmState.Starting, watch.StateOf(_vm));
    }

    [Fact]
    public async Task A_VM_that_stands_still_is_resumed_before_it_is_stopped()
    {
        _monitor.IsPaused = true;
        var plan = new HostPlan(new HostSettings(StopSeconds: 0), [_vm], [], new([], []));
        Assert.Equal(1, await StopVm.RunAsync(plan, "net-vm", _systemd, Some.Log(), new CancellationTokenSource(Some.Limit).Token));
        Assert.False(_monitor.IsPaused);
    }

    private Task<string?> DoAsync(SteerVms steering, VmOrder order, SupervisedVm? vm = null) => steering.DoAsync(order, vm ?? _vm, "operator", Some.Limit, default);

    private async Task<(DeviceWatch Watch, SteerVms Steering)> ReadyAsync(SupervisedVm? vm = null)
    {
        var (watch, steering) = Make(vm ?? _vm);
        await watch.RefreshAsync(default);
        watch.Hear(_vm, new NotifyMessage(true, false, null, null, null));
        return (watch, steering);
    }

    private (DeviceWatch Watch, SteerVms Steering) Make(SupervisedVm vm)
    {
        var watch = new DeviceWatch(Some.Plan(true, vm), _systemd, new ReadyMarks(_marks), TimeProvider.System, Some.Log());
        return (watch, new SteerVms(watch, _systemd, _events));
    }
}
