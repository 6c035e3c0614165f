// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Units;

namespace Ghaf.Host.Stopping;

/// <summary>Ends the device in order: the VMs in the reverse order of their start, then the host. It ends vmd itself.</summary>
internal static class StopDevice
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(HostPlan plan, ISystemd systemd)
    {
        var limit = TimeSpan.FromSeconds(plan.Settings.StopSeconds) + Margin;
        foreach (var vm in plan.Vms.Reverse())
        {
            await systemd.DoAsync("stop", vm.Unit, limit, CancellationToken.None).ConfigureAwait(false);
        }

        await systemd.PowerOffAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
