// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class ClockStatementTests
{
    private static readonly string[] Names = [.. Repository.Plan.Vms.Select(vm => vm.Name.Value)];

    [Fact]
    public async Task Accepts_clocks_that_follow_there_and_back()
    {
        var device = Device(offset: 0.02);
        var result = await CheckAsync(device);
        Assert.True(result.Holds, result.Evidence);
        Assert.Contains($"after +1 hour all {Names.Length} had followed", result.Evidence);
        Assert.Contains($"after -1 hour all {Names.Length} had followed", result.Evidence);
        Assert.Equal(2, Steps(device).Length);
    }

    [Fact]
    public async Task Rejects_a_clock_that_is_off_and_puts_the_hosts_back()
    {
        var device = Device(offset: -3600);
        var wrong = await Assert.ThrowsAsync<StatementNotCheckedException>(() => CheckAsync(device));
        Assert.Contains("the clock of net-vm is -3600.000 s from the host's", wrong.Message);
        Assert.Contains("'-1 hour'", Steps(device)[^1].Replace("'\\''", "'"));
    }

    [Fact]
    public async Task Rejects_clocks_that_nobody_looked_at()
    {
        var device = Device(offset: 0, [.. Names.Except(["curl-vm"])]);
        var wrong = await Assert.ThrowsAsync<StatementNotCheckedException>(() => CheckAsync(device));
        Assert.Contains("no event tells that the clock of curl-vm was stepped", wrong.Message);
    }

    [Fact]
    public async Task Rejects_a_VM_that_was_started_again()
    {
        var device = Device(offset: 0).Reports(Some.AllReady, Some.With("net-vm", vm => vm with { Restarts = 1 }));
        var result = await CheckAsync(device);
        Assert.False(result.Holds);
        Assert.Contains("net-vm was disturbed", result.Evidence);
    }

    private static string[] Steps(FakeDevice device) => [.. device.Asked.Where(asked => asked.Contains("date -u -s"))];

    private static FakeDevice Device(double offset, params string[] stepped)
    {
        var number = 0;
        var device = new FakeDevice().Answers(FakeDevice.Host, "date -u -s", "").Reports(Some.AllReady);
        device.Replies = request => request.Verb switch
        {
            ControlVerb.Guest => new ControlReply(
                request.Id, Guest: Reports.Of(request.Name!) with { ClockOffsetSeconds = offset, ClockUncertaintySeconds = 0.001 }),
            ControlVerb.Events => new ControlReply(
                request.Id,
                Events: [.. (stepped.Length == 0 ? Names : stepped).Select(
                    name => new DeviceEvent(++number, DateTimeOffset.UnixEpoch, DeviceEventKind.Clock, "The clock was stepped.", name))]),
            _ => null,
        };
        return device;
    }

    private static Task<StatementResult> CheckAsync(FakeDevice device) => new ClocksFollowTheHosts().CheckAsync(
        Some.Context(device) with { Time = new QuickTime() }, CancellationToken.None);
}
