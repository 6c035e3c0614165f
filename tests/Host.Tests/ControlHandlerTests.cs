// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Control;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Host.Steering;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public class ControlHandlerTests
{
    private readonly FakeSystemd _systemd = new();
    private readonly EventLog _events = new(TimeProvider.System);

    [Theory]
    [InlineData(ControlVerb.Start, "start ghaf-vm-net-vm.service")]
    [InlineData(ControlVerb.Stop, "stop ghaf-vm-net-vm.service")]
    [InlineData(ControlVerb.Restart, "restart ghaf-vm-net-vm.service")]
    [InlineData(ControlVerb.Kill, "kill ghaf-vm-net-vm.service")]
    public async Task A_verb_about_a_VM_is_done_by_its_unit(ControlVerb verb, string order)
    {
        var reply = await Ask(new ControlRequest("1", verb, "net-vm"));
        Assert.Null(reply.Error);
        Assert.Equal([order], _systemd.Orders);
        Assert.Equal(2, reply.Status!.Vms.Count);
    }

    [Fact]
    public async Task What_systemd_refuses_is_said()
    {
        _systemd.ExitCode = 1;
        Assert.Equal("start net-vm failed: Job failed.", (await Ask(new ControlRequest("1", ControlVerb.Start, "net-vm"))).Error);
    }

    [Fact]
    public async Task Orders_are_told_as_events_and_events_are_given_out()
    {
        await Ask(new ControlRequest("1", ControlVerb.Restart, "net-vm"));
        _systemd.ExitCode = 1;
        await Ask(new ControlRequest("1", ControlVerb.Start, "app-vm"));
        var all = (await Ask(new ControlRequest("1", ControlVerb.Events))).Events!;
        Assert.Equal(["operator: restart net-vm", "operator: start app-vm, which failed: Job failed."], all.Select(e => e.Text));
        Assert.Equal([all[1]], (await Ask(new ControlRequest("1", ControlVerb.Events, After: all[0].Number))).Events!);
        Assert.Equal([all[1]], (await Ask(new ControlRequest("1", ControlVerb.Events, "app-vm"))).Events!);
        Assert.Empty((await Ask(new ControlRequest("1", ControlVerb.Events, After: all[1].Number))).Events!);
        Assert.StartsWith("There is no VM “appvm”.", (await Ask(new ControlRequest("1", ControlVerb.Events, "appvm"))).Error);
    }

    [Fact]
    public async Task Rejects_what_makes_no_sense()
    {
        async Task<string?> Error(ControlRequest request) => (await Ask(request)).Error;
        Assert.Equal("There is no VM “netvm”. (This device has net-vm, app-vm.)", await Error(new("1", ControlVerb.Start, "netvm")));
        Assert.Equal("There is no VM “”. (This device has net-vm, app-vm.)", await Error(new("1", ControlVerb.Kill)));
        Assert.Equal("There is no command to run.", await Error(new("1", ControlVerb.Exec, "net-vm")));
        Assert.Equal("An argument holds a zero byte.", await Error(new("1", ControlVerb.Exec, "net-vm", ["a\0b"])));
        Assert.Equal("The time limit is 1 to 3600 seconds.", await Error(new("1", ControlVerb.Stop, "net-vm", TimeoutSeconds: 0)));
        Assert.Equal("A log has 1 to 10000 lines.", await Error(new("1", ControlVerb.Logs, "net-vm", Lines: 0)));
        Assert.Equal("A console is asked for on the console port.", await Error(new("1", ControlVerb.Console, "net-vm")));
    }

    [Fact]
    public async Task A_command_on_the_host_gives_its_output_and_exit_code()
    {
        var reply = await Ask(new ControlRequest("1", ControlVerb.ExecHost, Arguments: ["sh", "-c", "echo out; echo err >&2; exit 3"]));
        Assert.Equal(3, reply.Output!.ExitCode);
        Assert.Contains("out\n", reply.Output.Text, StringComparison.Ordinal);
        Assert.Contains("err\n", reply.Output.Text, StringComparison.Ordinal);
        var missing = await Ask(new ControlRequest("1", ControlVerb.ExecHost, Arguments: ["/no/such/program"]));
        Assert.Equal(127, missing.Output!.ExitCode);
        var slow = await Ask(new ControlRequest("1", ControlVerb.ExecHost, Arguments: ["sleep", "60"], TimeoutSeconds: 1));
        Assert.Equal(124, slow.Output!.ExitCode);
    }

    [Fact]
    public async Task Logs_are_the_journal_and_the_console()
    {
        var log = Path.GetTempFileName();
        await File.WriteAllTextAsync(log, "one\ntwo\nthree\n");
        _systemd.Journal = "from the journal\n";
        var plan = Some.Plan(true, Some.Vm() with { ConsoleLog = log });
        var reply = await Handler(plan).HandleAsync(new ControlRequest("1", ControlVerb.Logs, "net-vm", Lines: 2), default);
        Assert.Equal("from the journal\n--- console of net-vm\ntwo\nthree\n", reply.Output!.Text);
        File.Delete(log);
    }

    private Task<ControlReply> Ask(ControlRequest request) => Handler(Some.Plan()).HandleAsync(request, default);

    private ControlHandler Handler(HostPlan plan)
    {
        var marks = new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks"));
        var watch = new DeviceWatch(plan, _systemd, marks, TimeProvider.System, Some.Log());
        return new(plan, watch, _systemd, VsockShell.OnPort(1023), new FakeAgents(), new SteerVms(watch, _systemd, _events), _events, new FakeLogs());
    }
}
