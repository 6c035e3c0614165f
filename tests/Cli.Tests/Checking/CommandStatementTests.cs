// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Model;
using Ghaf.Protocol;
using Ghaf.Runners;

namespace Ghaf.Cli.Tests.Checking;

public class CommandStatementTests
{
    private static readonly VmPlan Victim = Repository.Plan.Vms.Last(vm => vm.Devices.IsEmpty);
    private static readonly long All = Victim.Memory.MiB;
    private static readonly long Less = All - 8;

    [Fact]
    public async Task Accepts_commands_that_do_what_they_say()
    {
        var device = Device();
        await Some.Accepts(
            new EveryVmHasItsCommands(), device, $"{Victim.Name} had {All} MiB, {Less} MiB when asked for {Less}, and {All} MiB again");
        Assert.EndsWith("/shutdown", device.Asked[^2]);
        Assert.EndsWith($"{HostPaths.Commands(Victim)}/run", device.Asked[^1]);
    }

    [Theory]
    [InlineData("run --print", "lacks balloon\nruns another command", "net-vm lacks balloon, runs another command")]
    [InlineData("/console", "net-vm\nids-vm\ncurl-vm", "the console of admin-vm, plain-vm")]
    public Task Rejects_a_command_that_is_missing_or_silent(string script, string answer, string evidence) =>
        Some.Rejects(new EveryVmHasItsCommands(), Device().Answers(FakeDevice.Host, script, answer), evidence);

    [Fact]
    public async Task Rejects_a_balloon_that_does_not_move_and_gives_the_memory_back()
    {
        var device = Device().Answers(FakeDevice.Host, $"/balloon {Less}", $"{All} MiB of {All} MiB");
        await Some.Rejects(new EveryVmHasItsCommands(), device, $"{All} MiB when asked for {Less}");
        Assert.Contains($"/balloon {All}", device.Asked[^1]);
    }

    [Fact]
    public async Task Gives_the_memory_back_when_the_balloon_fails()
    {
        var device = Device().Answers(FakeDevice.Host, $"/balloon {Less}", "vmd: no answer");
        await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new EveryVmHasItsCommands().CheckAsync(Some.Context(device), CancellationToken.None));
        Assert.Contains($"/balloon {All}", device.Asked[^1]);
    }

    [Fact]
    public async Task Runs_the_VM_again_when_it_did_not_shut_down()
    {
        var device = Device().Answers(FakeDevice.Host, "/shutdown", "it hangs", exitCode: 124);
        await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new EveryVmHasItsCommands().CheckAsync(Some.Context(device), CancellationToken.None));
        Assert.EndsWith("/run", device.Asked[^1]);
    }

    [Fact]
    public Task Rejects_a_shutdown_that_disturbs_another_VM() => Some.Rejects(
        new EveryVmHasItsCommands(),
        Device().Reports(
            Some.AllReady,
            Some.With(Victim.Name.Value, vm => vm with { State = VmState.Stopped }),
            Some.With("net-vm", vm => vm with { Restarts = 1 })),
        "net-vm was disturbed");

    private static FakeDevice Device() => new FakeDevice()
        .Answers(FakeDevice.Host, "run --print", "")
        .Answers(FakeDevice.Host, "/console", string.Join('\n', Repository.Plan.Vms.Select(vm => vm.Name.Value)))
        .Answers(FakeDevice.Host, "/balloon", $"{All} MiB of {All} MiB")
        .Answers(FakeDevice.Host, $"/balloon {Less}", $"{Less} MiB of {All} MiB")
        .Answers(FakeDevice.Host, "/shutdown", "")
        .Answers(FakeDevice.Host, $"{HostPaths.Commands(Victim)}/run", "")
        .Answers(FakeDevice.Host, "run --print", "")
        .Reports(Some.AllReady, Some.With(Victim.Name.Value, vm => vm with { State = VmState.Stopped }), Some.AllReady);
}
