// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Units;
using Ghaf.Protocol;
using Ghaf.Runners.Units;

namespace Ghaf.Host.Booting;

/// <summary>Once all VMs have been ready at the same time, this boot is good.</summary>
internal sealed class MarkBootGood(DeviceWatch watch, ISystemd systemd, TimeProvider time, Log log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!IsGood(watch.Snapshot()))
        {
            await watch.WaitForChangeAsync(watch.Version, Limit, cancel).ConfigureAwait(false);
        }

        var marked = await systemd.DoAsync("start", BootGoodUnit.Name, Limit, cancel).ConfigureAwait(false);
        if (marked.ExitCode != 0)
        {
            log.Write($"All VMs are ready, and the boot could not be marked as good: {marked.Text.Trim()}");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancel).ConfigureAwait(false);
    }

    public static bool IsGood(DeviceStatus status) => status.Vms.All(vm => vm.State == VmState.Ready);
}
