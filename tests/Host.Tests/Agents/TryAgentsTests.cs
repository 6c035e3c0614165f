// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Model;
using Ghaf.Rpc;

namespace Ghaf.Host.Tests;

public sealed class TryAgentsTests : IAsyncDisposable
{
    private static readonly CallRule[] HostOnly = [.. ContractMethod.OfGuests.Select(method => new CallRule("host", method.Name))];
    private static readonly SupervisedVm Net = Some.Vm() with { HasAgent = true };
    private static readonly SupervisedVm App = Some.Vm("app-vm", 4) with { HasAgent = true };

    private readonly RunningAgents _running = new();

    public ValueTask DisposeAsync() => _running.DisposeAsync();

    [Fact]
    public async Task Calls_every_agent_as_the_host_and_with_every_method_as_every_other_VM()
    {
        var net = await _running.StartAsync("net-vm", HostOnly);
        var app = await _running.StartAsync("app-vm", HostOnly);
        var lines = await RunAsync(Net, App);
        Assert.Equal(
            [
                "net-vm host Guest/GetStatus OK",
                .. ContractMethod.All.Select(method => $"net-vm app-vm {method.Name} {Denied(method)}"),
                "net-vm host@app-vm Guest/GetStatus PermissionDenied",
                "app-vm host Guest/GetStatus OK",
                .. ContractMethod.All.Select(method => $"app-vm net-vm {method.Name} {Denied(method)}"),
                "app-vm host@net-vm Guest/GetStatus PermissionDenied",
            ],
            lines);

        // The host's call got through, and it alone.
        Assert.Equal(["Guest/GetStatus"], net.Asked);
        Assert.Equal(["Guest/GetStatus"], app.Asked);
    }

    [Theory]
    [InlineData("Applications/Start", "Applications/Start")]
    [InlineData("Applications/*", "Applications/List", "Applications/Start", "Applications/Stop")]
    public async Task What_a_VM_is_allowed_is_not_tried(string rule, params string[] allowed)
    {
        var net = await _running.StartAsync("net-vm", [.. HostOnly, new CallRule("app-vm", rule)]);
        await _running.StartAsync("app-vm", HostOnly);
        var lines = await RunAsync(Net, App with { Calls = [new AllowedCall("net-vm", rule), new AllowedCall("host", "Power/PowerOff")] });
        Assert.Equal(
            ContractMethod.All.Where(method => !allowed.Contains(method.Name)).Select(method => $"net-vm app-vm {method.Name} {Denied(method)}"),
            lines.Where(line => line.StartsWith("net-vm app-vm ")));

        // It may call net-vm, and nobody may call it.
        Assert.Equal(ContractMethod.All.Count, lines.Count(line => line.StartsWith("app-vm net-vm ")));
        Assert.Equal(["Guest/GetStatus"], net.Asked);
    }

    [Fact]
    public async Task A_rule_too_many_shows()
    {
        await _running.StartAsync("net-vm", [.. HostOnly, new CallRule("app-vm", "Units/Get")]);
        await _running.StartAsync("app-vm", HostOnly);
        Assert.Contains("net-vm app-vm Units/Get OK", await RunAsync(Net, App));
    }

    [Fact]
    public async Task An_agent_that_is_not_there_shows_and_hides_no_other()
    {
        await _running.StartAsync("app-vm", HostOnly);
        var lines = await RunAsync(Net, App);
        Assert.Contains("net-vm host Guest/GetStatus Unavailable", lines);
        Assert.Contains("app-vm host Guest/GetStatus OK", lines);
    }

    [Fact]
    public async Task A_VM_without_an_agent_calls_and_is_not_called()
    {
        await _running.StartAsync("net-vm", HostOnly);
        var lines = await RunAsync(Net, App with { HasAgent = false });
        Assert.Equal(2 + ContractMethod.All.Count, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("net-vm ", line));
    }

    [Fact]
    public async Task Ends_when_it_is_given_up()
    {
        await _running.StartAsync("net-vm", HostOnly);
        using var output = new StringWriter();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TryAgents.RunAsync(
            Some.Plan(true, Net), _running.Identities, _running.Connect, output, new CancellationToken(canceled: true)));
        Assert.Equal("", output.ToString());
    }

    // What only the host has is not there.
    private static string Denied(ContractMethod method) => ContractMethod.OfGuests.Contains(method) ? "PermissionDenied" : "Unimplemented";

    private async Task<string[]> RunAsync(params SupervisedVm[] vms)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await TryAgents.RunAsync(Some.Plan(true, vms), _running.Identities, _running.Connect, output, default));
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
