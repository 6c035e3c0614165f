// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Control;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Host.Steering;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public class LogVerbTests
{
    private readonly FakeLogs _logs = new();

    [Fact]
    public async Task Searches_and_verifies()
    {
        var query = new LogQuery(["net-vm", "host"], Text: "needle");
        Assert.Same(_logs.Page, (await Ask(ControlVerb.SearchLogs, query)).Logs);
        Assert.Same(query, Assert.Single(_logs.Asked));
        Assert.Same(_logs.Verdicts, (await Ask(ControlVerb.VerifyLogs)).Verdicts);
    }

    [Fact]
    public async Task Says_why_it_can_not()
    {
        _logs.Failure = "admin-vm does not give the logs.";
        Assert.Equal(_logs.Failure, (await Ask(ControlVerb.SearchLogs, new LogQuery([]))).Error);
        Assert.Equal(_logs.Failure, (await Ask(ControlVerb.VerifyLogs)).Error);
    }

    [Fact]
    public async Task Rejects_a_query_that_makes_no_sense()
    {
        Assert.Equal("Which logs? (The request has no query.)", (await Ask(ControlVerb.SearchLogs)).Error);
        Assert.Equal("A priority is 0 to 7.", (await Ask(ControlVerb.SearchLogs, new LogQuery([], Priority: 8))).Error);
        Assert.Equal("A log has 1 to 10000 lines.", (await Ask(ControlVerb.SearchLogs, new LogQuery([], Lines: 0))).Error);
        Assert.Equal(
            "There is no VM “no-vm”. (This device has net-vm, app-vm, and host.)",
            (await Ask(ControlVerb.SearchLogs, new LogQuery(["net-vm", "no-vm"]))).Error);
        Assert.Empty(_logs.Asked);
    }

    private Task<ControlReply> Ask(ControlVerb verb, LogQuery? query = null)
    {
        var plan = Some.Plan();
        var systemd = new FakeSystemd();
        var watch = new DeviceWatch(
            plan, systemd, new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks")), TimeProvider.System, Some.Log());
        var events = new EventLog(TimeProvider.System);
        var handler = new ControlHandler(
            plan, watch, systemd, VsockShell.OnPort(1023), new FakeAgents(), new SteerVms(watch, systemd, events), events, _logs);
        return handler.HandleAsync(ControlRequest.Create(verb) with { Query = query }, default);
    }
}
