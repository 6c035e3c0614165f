// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Protocol;
using Ghaf.Runners;

namespace Ghaf.Host.Agents;

/// <summary>
/// Once a day each VM that is up makes itself a new key, which never leaves it, and each VM gets another one to start with the next
/// time.
/// </summary>
internal sealed class RenewIdentities(
    HostPlan plan, DeviceWatch watch, IAgents agents, Action<string, string> prepare, EventLog events, TimeProvider time, Log log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(Interval, time, cancel).ConfigureAwait(false);
            await RenewAsync(watch.Snapshot().Vms, cancel).ConfigureAwait(false);
        }
    }

    public async Task RenewAsync(IEnumerable<VmStatus> vms, CancellationToken cancel)
    {
        foreach (var status in vms)
        {
            var vm = plan.Find(status.Name)!;
            if (!vm.HasAgent)
            {
                continue;
            }

            Prepare(vm);
            if (status.State == VmState.Ready)
            {
                await RenewAsync(vm, cancel).ConfigureAwait(false);
            }
        }
    }

    private void Prepare(SupervisedVm vm)
    {
        try
        {
            prepare(vm.Name, HostPaths.Identity(vm.Name));
        }
        catch (IOException e)
        {
            log.Write($"{vm.Name} starts the next time with the identity that it has: {e.Message}");
        }
    }

    // One that does not answer keeps what it has; it is asked again the next day.
    private async Task RenewAsync(SupervisedVm vm, CancellationToken cancel)
    {
        try
        {
            await agents.RenewAsync(vm, cancel).ConfigureAwait(false);
            log.Write($"{vm.Name} has a new identity.");
            events.Add(DeviceEventKind.Identity, vm.Name, $"{vm.Name} has a new identity.");
        }
        catch (AgentException e)
        {
            log.Write($"{vm.Name} keeps its identity: {e.Message}");
        }
    }
}
