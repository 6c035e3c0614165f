// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public class ReviveFailedVmsTests
{
    private static readonly string[] Revived = ["reset-failed ghaf-vm-net-vm.service", "start ghaf-vm-net-vm.service"];

    private readonly FakeSystemd _systemd = new();
    private readonly StandingTime _time = new();
    private readonly ReviveFailedVms _revival;

    public ReviveFailedVmsTests()
    {
        var plan = Some.Plan();
        var watch = new DeviceWatch(
            plan, _systemd, new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks")), TimeProvider.System, Some.Log());
        _revival = new ReviveFailedVms(plan, watch, _systemd, _time, Some.Log());
    }

    [Fact]
    public async Task A_VM_that_failed_is_started_again_after_pauses_that_grow()
    {
        foreach (var minutes in (int[])[1, 2, 4, 8, 10, 10])
        {
            Take(VmState.Starting, VmState.Restarting, VmState.Failed);
            Assert.Empty(await AfterAsync(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1)));
            Assert.Equal(Revived, await AfterAsync(TimeSpan.FromSeconds(1)));
            Assert.Empty(await AfterAsync(TimeSpan.FromHours(1)));
        }

        Take(VmState.Starting, VmState.Ready, VmState.Restarting, VmState.Failed);
        Assert.Equal(Revived, await AfterAsync(ReviveFailedVms.First));
    }

    [Theory]
    [InlineData(VmState.Stopping, VmState.Failed)]
    [InlineData(VmState.Stopping, VmState.Stopped)]
    [InlineData(VmState.Failed, VmState.Starting)]
    [InlineData(VmState.Failed, VmState.Waiting)]
    public async Task One_that_was_to_end_or_is_started_already_is_left_alone(params VmState[] states)
    {
        Take(states);
        Assert.Empty(await AfterAsync(TimeSpan.FromHours(1)));
    }

    private void Take(params VmState[] states)
    {
        foreach (var state in states)
        {
            _revival.Take("net-vm", state);
        }
    }

    private async Task<string[]> AfterAsync(TimeSpan wait)
    {
        _time.Passed += wait;
        _systemd.Orders.Clear();
        await _revival.LookAsync(default);
        return [.. _systemd.Orders];
    }

    private sealed class StandingTime : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long GetTimestamp() => (long)(Passed.TotalSeconds * TimestampFrequency);
    }
}
