// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Clocks;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public class KeepTimeTests
{
    private static readonly SupervisedVm Vm = Some.Vm() with { HasAgent = true };
    private static readonly VmStatus Ready = new("net-vm", VmState.Ready, "", 256 << 20, ReadySince: DateTimeOffset.UnixEpoch);

    private readonly FakeAgents _agents = new();
    private readonly MovableClock _time = new();
    private readonly EventLog _events = new(TimeProvider.System);
    private readonly FakeSystemd _systemd = new();
    private readonly DeviceWatch _watch;
    private readonly KeepTime _keep;

    public KeepTimeTests()
    {
        var plan = Some.Plan(true, Vm, Some.Vm("old-vm", 5));
        _watch = new DeviceWatch(
            plan, _systemd, new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks")), TimeProvider.System, Some.Log());
        _keep = new KeepTime(plan, _watch, _agents, _events, _time, Some.Log());
    }

    [Fact]
    public async Task The_answer_that_took_the_least_time_counts_and_the_clock_is_set_by_it()
    {
        Clocks((500, 400), (300, 30), (310, 50), (290, 60), (305, 70));
        _agents.Moved = Milliseconds(-300);
        await LookAsync(Ready);
        Assert.Equal([.. Enumerable.Repeat("clock net-vm", KeepTime.Questions), "set clock net-vm 30"], _agents.Asked);
        var told = Assert.Single(_events.After(0));
        Assert.Equal((DeviceEventKind.Clock, "net-vm", "The clock of net-vm was stepped by -0.300 s."), (told.Kind, told.Vm, told.Text));
    }

    [Fact]
    public async Task A_small_step_is_no_event()
    {
        Clocks((-80, 1));
        _agents.Moved = Milliseconds(80);
        await LookAsync(Ready);
        Assert.Equal(["clock net-vm", "set clock net-vm 1"], _agents.Asked);
        Assert.Empty(_events.After(0));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(-20, 1)]
    [InlineData(2, 1)]
    public async Task A_clock_that_is_right_is_left_alone(int offset, int uncertainty)
    {
        Clocks((offset, uncertainty));
        await LookAsync(Ready);
        Assert.Equal(["clock net-vm"], _agents.Asked);
    }

    [Fact]
    public async Task A_clock_that_may_be_right_is_left_alone()
    {
        Clocks((100, 100), (-100, 120), (100, 110), (90, 130), (80, 140));
        await LookAsync(Ready);
        Assert.DoesNotContain(_agents.Asked, asked => asked.StartsWith("set"));
    }

    [Fact]
    public async Task A_VM_is_asked_when_it_is_ready_when_it_was_resumed_and_every_ten_minutes()
    {
        await LookAsync(Ready);
        await LookAsync(Ready);
        Assert.Single(_agents.Asked);
        await LookAsync(Ready with { State = VmState.Paused });
        await LookAsync(Ready);
        Assert.Equal(2, _agents.Asked.Count);
        await LookAsync(Ready with { ReadySince = DateTimeOffset.UnixEpoch.AddSeconds(5) });
        Assert.Equal(3, _agents.Asked.Count);
        _time.Passed = KeepTime.Interval - TimeSpan.FromSeconds(5);
        await LookAsync(Ready with { ReadySince = DateTimeOffset.UnixEpoch.AddSeconds(5) });
        Assert.Equal(3, _agents.Asked.Count);
        _time.Passed = KeepTime.Interval + TimeSpan.FromSeconds(5);
        await LookAsync(Ready with { ReadySince = DateTimeOffset.UnixEpoch.AddSeconds(5) });
        Assert.Equal(4, _agents.Asked.Count);
    }

    [Fact]
    public async Task A_VM_that_stood_still_between_two_looks_is_asked()
    {
        await LookAsync(Ready);
        _systemd.Units[Vm.Unit] = Some.Unit("active", "running");
        await _watch.RefreshAsync(default);
        _watch.SetPaused(Vm, paused: true);
        _watch.SetPaused(Vm, paused: false);
        await LookAsync(Ready);
        await LookAsync(Ready);
        Assert.Equal(2, _agents.Asked.Count);
    }

    [Fact]
    public async Task All_are_asked_when_the_hosts_clock_was_stepped()
    {
        await LookAsync(Ready);
        _time.Step = TimeSpan.FromHours(-1);
        await LookAsync(Ready);
        await LookAsync(Ready);
        Assert.Equal(2, _agents.Asked.Count);
        Assert.StartsWith("The host's clock was stepped by -36", Assert.Single(_events.After(0)).Text);
    }

    [Theory]
    [InlineData("net-vm", VmState.Starting)]
    [InlineData("net-vm", VmState.Paused)]
    [InlineData("net-vm", VmState.Stopping)]
    [InlineData("old-vm", VmState.Ready)]
    public async Task Who_is_not_ready_or_has_no_agent_is_not_asked(string vm, VmState state)
    {
        await LookAsync(Ready with { Name = vm, State = state });
        Assert.Empty(_agents.Asked);
    }

    [Fact]
    public async Task A_VM_that_did_not_answer_is_asked_again_soon()
    {
        _agents.Silent["net-vm"] = "The agent of net-vm did not answer: gone";
        await LookAsync(Ready);
        _agents.Silent.Clear();
        await LookAsync(Ready);
        Assert.Single(_agents.Asked);
        _time.Passed = KeepTime.AskAgain + TimeSpan.FromSeconds(1);
        await LookAsync(Ready);
        Assert.Equal(2, _agents.Asked.Count);
    }

    [Theory]
    [InlineData(-80, 1)]
    [InlineData(0, 60)]
    public async Task A_clock_that_was_set_or_was_seen_only_dimly_is_looked_at_again_soon(int offset, int uncertainty)
    {
        Clocks([.. Enumerable.Repeat((offset, uncertainty), KeepTime.Questions)]);
        await LookAsync(Ready);
        _agents.Asked.Clear();
        await LookAsync(Ready);
        Assert.Empty(_agents.Asked);
        _agents.Clocks.Clear();
        _time.Passed = KeepTime.AskAgain + TimeSpan.FromSeconds(1);
        await LookAsync(Ready);
        Assert.Equal(["clock net-vm"], _agents.Asked);
        _time.Passed *= 3;
        await LookAsync(Ready);
        Assert.Single(_agents.Asked);
    }

    private static TimeSpan Milliseconds(int number) => TimeSpan.FromMilliseconds(number);

    private void Clocks(params (int Offset, int Uncertainty)[] readings)
    {
        foreach (var (offset, uncertainty) in readings)
        {
            _agents.Clocks.Enqueue(new ClockReading(Milliseconds(offset), Milliseconds(uncertainty)));
        }
    }

    private Task LookAsync(VmStatus vm) => _keep.LookAsync([vm], default);

    /// <summary>Both clocks of a machine, which stand still but for what a test does with them.</summary>
    private sealed class MovableClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public TimeSpan Step { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(50) + Passed + Step;

        public override long GetTimestamp() => (long)(Passed.TotalSeconds * TimestampFrequency);
    }
}
