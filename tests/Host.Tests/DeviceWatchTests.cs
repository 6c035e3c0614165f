// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public sealed class DeviceWatchTests : IDisposable
{
    private static readonly NotifyMessage Ready = new(true, false, "Ready.", null, null);

    private readonly string _marks = Directory.CreateTempSubdirectory("ghaf-marks-").FullName;
    private readonly FakeSystemd _systemd = new();

    public void Dispose() => Directory.Delete(_marks, recursive: true);

    [Fact]
    public async Task A_VM_is_ready_when_its_guest_says_so()
    {
        var watch = Watch();
        Assert.Equal(VmState.Waiting, watch.Snapshot().Vms[0].State);
        await Show("active", "run1", watch);
        Assert.Equal(VmState.Starting, watch.Snapshot().Vms[0].State);
        watch.Hear(Some.Vm(), Ready);
        var vm = watch.Snapshot().Vms[0];
        Assert.Equal(VmState.Ready, vm.State);
        Assert.NotNull(vm.ReadySince);
        Assert.True(vm.BootSeconds > 0);
    }

    [Fact]
    public async Task Each_new_state_is_told_once_with_the_reason_of_a_failure()
    {
        var told = new List<string>();
        var watch = Watch();
        watch.StateChanged += (vm, state, reason) => told.Add($"{vm.Name} {state} {reason}".TrimEnd());
        await Show("active", "run1", watch);
        watch.Hear(Some.Vm(), Ready);
        watch.Hear(Some.Vm(), Ready with { Status = "Idle." });
        _systemd.Journal = "qemu: no such device\n";
        await Show("failed", "run1", watch);
        await watch.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["net-vm Starting", "net-vm Ready", "net-vm Failed success, nothing was started:\nqemu: no such device"], told);
    }

    [Fact]
    public async Task How_long_the_start_took_is_told_once_it_is_known()
    {
        var watch = Watch();
        Assert.Null(watch.Snapshot().Boot);
        var waiting = watch.WaitForChangeAsync(watch.Version, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var boot = new BootTimes(4, 20, 7, 1);
        watch.Take(boot);
        await waiting;
        Assert.Equal(boot, watch.Snapshot().Boot);
    }

    [Fact]
    public async Task A_new_run_of_the_unit_is_not_ready_by_what_the_old_one_said()
    {
        var watch = Watch();
        await Show("active", "run1", watch);
        watch.Hear(Some.Vm(), Ready);
        await Show("active", "run2", watch);
        Assert.Equal(VmState.Starting, watch.Snapshot().Vms[0].State);
    }

    [Fact]
    public async Task Readiness_that_comes_before_we_saw_the_new_run_counts_for_it()
    {
        var watch = Watch();
        await Show("active", "run1", watch);
        _systemd.Units["ghaf-vm-net-vm.service"] = Some.Unit("active", "running") with { Invocation = "run2" };
        watch.Hear(Some.Vm(), Ready);
        await watch.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal(VmState.Ready, watch.Snapshot().Vms[0].State);
    }

    [Fact]
    public async Task Readiness_outlives_a_restart_of_vmd()
    {
        var first = Watch();
        await Show("active", "run1", first);
        first.Hear(Some.Vm(), Ready);
        var second = Watch();
        await Show("active", "run1", second);
        Assert.Equal(VmState.Ready, second.Snapshot().Vms[0].State);
        Assert.Equal(first.Snapshot().Vms[0].BootSeconds, second.Snapshot().Vms[0].BootSeconds);
    }

    [Fact]
    public async Task A_failure_tells_the_last_words_of_the_hypervisor()
    {
        var watch = Watch();
        await Show("active", "run1", watch);
        _systemd.Journal = "qemu: could not open /dev/vfio/5\n";
        _systemd.Units["ghaf-vm-net-vm.service"] = Some.Unit("failed", "failed") with { Result = "exit-code", ExitCode = 1, ExitStatus = 1 };
        await watch.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal("exit-code, exit code 1:\nqemu: could not open /dev/vfio/5", watch.Snapshot().Vms[0].Reason);
    }

    [Fact]
    public async Task Memory_alone_is_no_change_but_a_state_is()
    {
        var watch = Watch();
        await Show("active", "run1", watch);
        var version = watch.Version;
        _systemd.Units["ghaf-vm-net-vm.service"] = _systemd.Units["ghaf-vm-net-vm.service"] with { MemoryUsed = 77 };
        await watch.RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Equal((version, 77L), (watch.Version, watch.Snapshot().Vms[0].MemoryUsedBytes));
        var waiting = watch.WaitForChangeAsync(version, Some.Limit, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        watch.Hear(Some.Vm(), Ready);
        await waiting;
        Assert.True(watch.Version > version);
    }

    private DeviceWatch Watch() => new(Some.Plan(), _systemd, new ReadyMarks(_marks), TimeProvider.System, Some.Log());

    private Task Show(string active, string run, DeviceWatch watch)
    {
        _systemd.Units["ghaf-vm-net-vm.service"] = Some.Unit(active, "running") with { Invocation = run };
        return watch.RefreshAsync(TestContext.Current.CancellationToken);
    }
}
