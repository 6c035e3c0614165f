// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class PauseStatementTests
{
    private const string Stepped = "The clock of plain-vm was stepped by +15.021 s.";

    [Fact]
    public async Task Accepts_a_VM_that_goes_on_and_whose_clock_was_put_right()
    {
        var device = Device(offset: 0.003, Stepped);
        await Accepts(device, $"{Stepped} Then it was 3 ±1 ms from the host's");
        Assert.Equal(["Pause plain-vm", "Resume plain-vm"], device.Asked.Where(asked => asked.Split(' ')[0] is "Pause" or "Resume"));
    }

    [Fact]
    public Task Rejects_a_VM_whose_clock_stays_behind() =>
        Rejects(Device(offset: -15.02, Stepped), "the clock of plain-vm is -15.020 s from the host's");

    [Fact]
    public Task Rejects_a_clock_that_never_was_wrong() =>
        Rejects(Device(offset: 0.003), "the clock of plain-vm was right all the time, so that nothing is shown");

    [Fact]
    public Task Rejects_a_VM_that_was_started_again()
    {
        var device = Device(offset: 0.003, Stepped);
        device.Reports(
            Some.AllReady,
            Some.With("plain-vm", vm => vm with { State = VmState.Paused }),
            Some.With("plain-vm", vm => vm with { ReadySince = DateTimeOffset.UnixEpoch.AddMinutes(1) }));
        return Rejects(device, "plain-vm was started again");
    }

    [Fact]
    public async Task A_VM_that_is_not_paused_is_resumed_all_the_same()
    {
        var device = Device(offset: 0);
        device.Reports(Some.AllReady);
        await Assert.ThrowsAsync<StatementNotCheckedException>(() => CheckAsync(device));
        Assert.Contains("Resume plain-vm", device.Asked);
    }

    private static FakeDevice Device(double offset, params string[] steps)
    {
        var device = new FakeDevice().Reports(Some.AllReady, Some.With("plain-vm", vm => vm with { State = VmState.Paused }), Some.AllReady);
        device.Replies = request => request.Verb switch
        {
            ControlVerb.Pause or ControlVerb.Resume => new ControlReply(request.Id),
            ControlVerb.Guest => new ControlReply(
                request.Id, Guest: Reports.Of("plain-vm") with { ClockOffsetSeconds = offset, ClockUncertaintySeconds = 0.001 }),
            ControlVerb.Events => new ControlReply(
                request.Id,
                Events: [.. steps.Select(text => new DeviceEvent(7, DateTimeOffset.UnixEpoch, DeviceEventKind.Clock, text, "plain-vm"))]),
            _ => null,
        };
        return device;
    }

    private static async Task Accepts(FakeDevice device, string evidence)
    {
        var result = await CheckAsync(device);
        Assert.True(result.Holds, result.Evidence);
        Assert.Equal(evidence, result.Evidence);
    }

    private static async Task Rejects(FakeDevice device, string evidence)
    {
        var result = await CheckAsync(device);
        Assert.False(result.Holds, result.Evidence);
        Assert.Equal(evidence, result.Evidence);
    }

    private static Task<StatementResult> CheckAsync(FakeDevice device) => new PausedVmGoesOnWithTheHostsTime().CheckAsync(
        Some.Context(device) with { Time = new QuickTime() }, CancellationToken.None);
}
