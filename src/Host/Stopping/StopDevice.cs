// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Stopping;

/// <summary>
/// Ends the device in order: the VMs, those that others start after when these are off, then the host. It ends vmd itself.
/// </summary>
internal sealed class StopDevice(HostPlan plan, ISystemd systemd, EventLog events)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    private int _begun;

    /// <summary>Does nothing when it has begun before.</summary>
    /// <param name="by">Who asked.</param>
    /// <param name="reboot">Whether the device is to start anew.</param>
    public async Task RunAsync(string by, bool reboot = false)
    {
        if (Interlocked.Exchange(ref _begun, 1) != 0)
        {
            return;
        }

        events.Add(DeviceEventKind.Power, null, $"{by}: the device {(reboot ? "starts anew" : "powers off")}.");

        // The units know their order: what does not depend on each other goes down side by side.
        var limit = (TimeSpan.FromSeconds(plan.Settings.StopSeconds) + Margin) * plan.Vms.Count;
        await systemd.StopAsync([.. plan.Vms.Select(vm => vm.Unit)], limit, CancellationToken.None).ConfigureAwait(false);
        await systemd.EndAsync(reboot, CancellationToken.None).ConfigureAwait(false);
    }
}
