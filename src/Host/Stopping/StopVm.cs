// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using Ghaf.Host.Configuration;

namespace Ghaf.Host.Stopping;

/// <summary>
/// The orderly end of a VM, as its unit's ExecStop: presses the virtual power button until the guest has powered off. A guest
/// that can't (it hangs, or has not come so far) is ended by telling its hypervisor to quit.
/// </summary>
internal static class StopVm
{
    private static readonly TimeSpan MonitorLimit = TimeSpan.FromSeconds(5);

    /// <summary>A press that comes before the guest's systemd listens is lost: it is repeated.</summary>
    private static readonly TimeSpan PressAgain = TimeSpan.FromSeconds(5);

    /// <returns>0 when the hypervisor ended or was not there, 1 when it had to be told to quit, 2 for an unknown VM.</returns>
    public static int Run(HostPlan plan, string name, TimeProvider time, Log log, CancellationToken cancel)
    {
        if (plan.Find(name) is not { } vm)
        {
            log.Write($"There is no VM “{name}”.");
            return 2;
        }

        try
        {
            using var monitor = Qmp.Connect(vm.QmpSocket, MonitorLimit);
            var begun = time.GetTimestamp();
            var limit = TimeSpan.FromSeconds(plan.Settings.StopSeconds);
            while (time.GetElapsedTime(begun) < limit)
            {
                monitor.Execute("system_powerdown", MonitorLimit);
                var left = limit - time.GetElapsedTime(begun);
                if (monitor.WaitForEnd(left < PressAgain ? left : PressAgain, cancel))
                {
                    log.Write($"{name} powered off after {time.GetElapsedTime(begun).TotalSeconds:0.0} s.");
                    return 0;
                }
            }

            log.Write($"{name} did not power off within {limit.TotalSeconds:0} s: its hypervisor is told to quit.");
            monitor.Execute("quit", MonitorLimit);
            monitor.WaitForEnd(MonitorLimit, cancel);
            return 1;
        }
        catch (Win32Exception e)
        {
            // Without a monitor there is nobody to ask; systemd ends what is left of the unit.
            log.Write($"{name}: {e.Message}");
            return 0;
        }
    }
}
