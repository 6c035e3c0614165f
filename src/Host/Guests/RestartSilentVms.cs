// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Guests;

/// <summary>
/// A guest that never says a word hangs: its hypervisor lives, so systemd sees nothing wrong. It is killed, which makes systemd
/// start it again. One that has spoken is alive, however long it takes to be ready.
/// </summary>
internal sealed class RestartSilentVms(HostPlan plan, DeviceWatch watch, ISystemd systemd, TimeProvider time, Log log)
{
    /// <summary>On two busy cores with two emulators in each other a guest was ready after two and a half minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await LookAsync(watch.Snapshot().Vms, cancel).ConfigureAwait(false);
            await Task.Delay(Pause, time, cancel).ConfigureAwait(false);
        }
    }

    public async Task LookAsync(IEnumerable<VmStatus> vms, CancellationToken cancel)
    {
        foreach (var vm in vms.Where(IsSilent))
        {
            log.Write($"{vm.Name} said nothing for {vm.UptimeSeconds:0} s since its start: its hypervisor is killed, to start it again.");
            await systemd.KillAsync(plan.Find(vm.Name)!.Unit, cancel).ConfigureAwait(false);
        }
    }

    private static bool IsSilent(VmStatus vm) =>
        vm is { State: VmState.Starting, GuestStatus: null, UptimeSeconds: { } uptime } && uptime > Patience.TotalSeconds;
}
