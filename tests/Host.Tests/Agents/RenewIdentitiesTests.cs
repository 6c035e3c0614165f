// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public sealed class RenewIdentitiesTests : IDisposable
{
    private static readonly SupervisedVm[] Vms =
    [
        Some.Vm() with { HasAgent = true }, Some.Vm("app-vm", 4) with { HasAgent = true }, Some.Vm("other-vm", 5),
        Some.Vm("last-vm", 6) with { HasAgent = true },
    ];

    private readonly FakeAgents _agents = new();
    private readonly List<string> _prepared = [];
    private readonly EventLog _events = new(TimeProvider.System);
    private readonly StringWriter _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task VMs_that_are_ready_take_a_new_identity_at_once()
    {
        await RenewAsync(VmState.Ready, VmState.Ready, VmState.Ready, VmState.Ready);
        Assert.Equal(["renew net-vm", "renew app-vm", "renew last-vm"], _agents.Asked);
        Assert.Equal(
            ["net-vm has a new identity.", "app-vm has a new identity.", "last-vm has a new identity."], Lines());
        Assert.Equal(
            [(DeviceEventKind.Identity, "net-vm"), (DeviceEventKind.Identity, "app-vm"), (DeviceEventKind.Identity, "last-vm")],
            _events.After(0).Select(e => (e.Kind, e.Vm)));
    }

    [Theory]
    [InlineData(VmState.Waiting)]
    [InlineData(VmState.Starting)]
    [InlineData(VmState.Stopping)]
    [InlineData(VmState.Stopped)]
    [InlineData(VmState.Restarting)]
    [InlineData(VmState.Failed)]
    public async Task Any_other_is_not_asked(VmState state)
    {
        await RenewAsync(state, VmState.Ready, VmState.Ready, state);
        Assert.Equal(["renew app-vm"], _agents.Asked);
    }

    [Fact]
    public async Task Every_VM_with_an_agent_gets_an_identity_for_its_next_start()
    {
        await RenewAsync(VmState.Ready, VmState.Failed, VmState.Ready, VmState.Starting);
        Assert.Equal(
            [
                "net-vm /run/ghaf-vmd/identity-net-vm.pem", "app-vm /run/ghaf-vmd/identity-app-vm.pem",
                "last-vm /run/ghaf-vmd/identity-last-vm.pem",
            ],
            _prepared);
    }

    [Fact]
    public async Task A_silent_VM_keeps_its_identity_and_stops_no_other()
    {
        _agents.Silent["net-vm"] = "The agent of net-vm did not answer: gone";
        await RenewAsync(VmState.Ready, VmState.Ready, VmState.Ready, VmState.Ready);
        Assert.Equal(["renew net-vm", "renew app-vm", "renew last-vm"], _agents.Asked);
        Assert.Equal(
            [
                "net-vm keeps its identity: The agent of net-vm did not answer: gone",
                "app-vm has a new identity.", "last-vm has a new identity.",
            ],
            Lines());
        Assert.Equal(3, _prepared.Count);
    }

    private string[] Lines() => _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task RenewAsync(params VmState[] states)
    {
        var plan = Some.Plan(true, Vms);
        var marks = new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks"));
        var watch = new DeviceWatch(plan, new FakeSystemd(), marks, TimeProvider.System, Some.Log());
        var renewal = new RenewIdentities(
            plan, watch, _agents, (name, file) => _prepared.Add($"{name} {file}"), _events, TimeProvider.System, new Log(_log, TimeProvider.System));
        return renewal.RenewAsync(Vms.Zip(states, (vm, state) => new VmStatus(vm.Name, state, "", 256 << 20)), default);
    }
}
