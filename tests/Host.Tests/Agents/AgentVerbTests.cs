// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Control;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Host.Steering;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

/// <summary>The requests that a VM's agent answers.</summary>
public class AgentVerbTests
{
    private readonly FakeAgents _agents = new();

    public static TheoryData<ControlVerb, string[]> Verbs => new()
    {
        { ControlVerb.Guest, [] },
        { ControlVerb.RenewIdentity, [] },
        { ControlVerb.Applications, [] },
        { ControlVerb.StartApplication, ["fetch"] },
        { ControlVerb.StopApplication, ["fetch"] },
    };

    [Theory]
    [InlineData(ControlVerb.Guest, "report app-vm")]
    [InlineData(ControlVerb.RenewIdentity, "renew app-vm", "report app-vm")]
    public async Task A_verb_about_a_VM_itself_is_answered_with_its_report(ControlVerb verb, params string[] asked)
    {
        var reply = await Ask(new ControlRequest("7", verb, "app-vm"));
        Assert.Equal(asked, _agents.Asked);
        Assert.Null(reply.Error);
        Assert.Equal("7", reply.Id);
        Assert.Equal("app-vm", reply.Guest!.Name);
        Assert.Null(reply.Applications);
    }

    [Theory]
    [InlineData(ControlVerb.Applications, new string[0], "list app-vm")]
    [InlineData(ControlVerb.StartApplication, new[] { "fetch" }, "start app-vm fetch", "list app-vm")]
    [InlineData(
        ControlVerb.StartApplication, new[] { "fetch", "url=http://a/?b=c", "note=" }, "start app-vm fetch url=http://a/?b=c note=", "list app-vm")]
    [InlineData(ControlVerb.StopApplication, new[] { "fetch" }, "stop app-vm fetch", "list app-vm")]
    public async Task A_verb_about_applications_is_answered_with_all_of_the_VM(ControlVerb verb, string[] arguments, params string[] asked)
    {
        var reply = await Ask(new ControlRequest("7", verb, "app-vm", arguments));
        Assert.Equal(asked, _agents.Asked);
        Assert.Null(reply.Error);
        Assert.Equal("7", reply.Id);
        Assert.Equal([FakeAgents.Application("app-vm")], reply.Applications!);
        Assert.Null(reply.Guest);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task What_the_agent_says_against_it_is_the_replys_error(ControlVerb verb, string[] arguments)
    {
        _agents.Silent["app-vm"] = "The agent of app-vm refused: no.";
        var reply = await Ask(new ControlRequest("7", verb, "app-vm", arguments));
        Assert.Equal(ControlReply.Refuse("7", "The agent of app-vm refused: no."), reply);
        Assert.Single(_agents.Asked);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Rejects_a_VM_that_is_not_there(ControlVerb verb, string[] arguments)
    {
        Assert.Equal(
            "There is no VM “appvm”. (This device has net-vm, app-vm.)", (await Ask(new ControlRequest("1", verb, "appvm", arguments))).Error);
        Assert.Equal("There is no VM “”. (This device has net-vm, app-vm.)", (await Ask(new ControlRequest("1", verb, null, arguments))).Error);
        Assert.Empty(_agents.Asked);
    }

    [Theory]
    [InlineData(ControlVerb.StartApplication)]
    [InlineData(ControlVerb.StopApplication)]
    public async Task Rejects_an_application_without_an_id(ControlVerb verb)
    {
        foreach (var none in (IReadOnlyList<string>?[])[null, []])
        {
            var reply = await Ask(new ControlRequest("1", verb, "app-vm", none));
            Assert.Equal("Which application? (Its id is the first argument.)", reply.Error);
        }

        Assert.Empty(_agents.Asked);
    }

    private Task<ControlReply> Ask(ControlRequest request)
    {
        var plan = Some.Plan();
        var systemd = new FakeSystemd();
        var watch = new DeviceWatch(
            plan, systemd, new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks")), TimeProvider.System, Some.Log());
        var events = new EventLog(TimeProvider.System);
        var handler = new ControlHandler(
            plan, watch, systemd, VsockShell.OnPort(1023), _agents, new SteerVms(watch, systemd, events), events, new FakeLogs());
        return handler.HandleAsync(request, default);
    }
}
