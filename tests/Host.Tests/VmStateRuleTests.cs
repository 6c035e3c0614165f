// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Guests;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public class VmStateRuleTests
{
    [Theory]
    [InlineData("inactive", "dead", false, "", VmState.Waiting)]
    [InlineData("activating", "start", true, "", VmState.Starting)]
    [InlineData("activating", "auto-restart", true, "", VmState.Restarting)]
    [InlineData("activating", "auto-restart-queued", true, "", VmState.Restarting)]
    [InlineData("active", "running", true, "", VmState.Starting)]
    [InlineData("active", "running", true, "run1 ready", VmState.Ready)]
    [InlineData("active", "running", true, "run0 ready", VmState.Starting)]
    [InlineData("active", "running", true, "run1 stopping", VmState.Stopping)]
    [InlineData("deactivating", "stop", true, "run1 ready", VmState.Stopping)]
    [InlineData("inactive", "dead", true, "run1 stopping", VmState.Stopped)]
    [InlineData("inactive", "dead", true, "run1 ready", VmState.Stopped)]
    [InlineData("failed", "failed", true, "run1 ready", VmState.Failed)]
    public void The_state_follows_from_the_unit_and_the_guest(string active, string sub, bool ran, string guest, VmState expected)
        => Assert.Equal(expected, VmStateRule.Decide(Some.Unit(active, sub, ran), Guest(guest)));

    [Theory]
    [InlineData("active", VmState.Paused)]
    [InlineData("deactivating", VmState.Stopping)]
    [InlineData("failed", VmState.Failed)]
    public void A_VM_that_stands_still_is_paused_as_long_as_it_runs(string active, VmState expected)
        => Assert.Equal(expected, VmStateRule.Decide(Some.Unit(active, ""), Guest("run1 ready"), isPaused: true));

    [Fact]
    public void A_unit_that_waits_for_its_turn_to_start_again_is_waiting()
        => Assert.Equal(VmState.Waiting, VmStateRule.Decide(Some.Unit("inactive", "dead", ran: true) with { HasJob = true }, null));

    [Fact]
    public void A_unit_that_the_image_lacks_has_failed()
    {
        var unit = Some.Unit("inactive", "dead", ran: false) with { LoadState = "not-found" };
        Assert.Equal(VmState.Failed, VmStateRule.Decide(unit, null));
        Assert.Equal(
            "The unit ghaf-vm-net-vm.service is not-found: the image lacks it or it can't be read.",
            FailureReason.Describe(unit, ""));
    }

    [Fact]
    public void Before_systemd_answered_a_VM_is_waiting() => Assert.Equal(VmState.Waiting, VmStateRule.Decide(null, null));

    [Fact]
    public void A_guest_that_reboots_is_ready_a_second_time()
    {
        var ready = new NotifyMessage(true, false, "Ready.", null, null);
        var first = GuestState.Apply(null, "run1", ready, Some.Moment(10));
        var down = GuestState.Apply(first, "run1", new NotifyMessage(false, true, null, null, null), Some.Moment(20));
        Assert.Null(down.ReadyAt);
        Assert.True(down.Stopping);
        Assert.Equal(Some.Moment(30), GuestState.Apply(down, "run1", ready, Some.Moment(30)).ReadyAt);
    }

    [Fact]
    public void Words_of_an_earlier_run_are_forgotten()
    {
        var before = new GuestState("run1", Some.Moment(10), Status: "old", ExitStatus: 1);
        Assert.Equal(new GuestState("run2"), GuestState.Apply(before, "run2", new NotifyMessage(false, false, null, "a.target", null), Some.Moment(11)));
    }

    private static GuestState? Guest(string text) => text.Split(' ') switch
    {
        [var run, "ready"] => new GuestState(run, Some.Moment(5)),
        [var run, "stopping"] => new GuestState(run, Stopping: true),
        _ => null,
    };
}
