// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Ghaf.Host.Configuration;
using Ghaf.Host.Hypervisors;
using Ghaf.Host.Units;

namespace Ghaf.Host.Stopping;

/// <summary>
/// The orderly end of a VM, as its unit's ExecStop: resumes one that is paused, asks the guest to power off until its hypervisor is gone. A guest that
/// can't (it hangs, or has not come so far) is ended by telling the hypervisor to quit.
/// </summary>
internal static class StopVm
{
    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>A request that comes before the guest's systemd listens is lost: it is repeated.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    /// <returns>0 when the hypervisor ended or did not run, 1 when it had to be told to quit, 2 for an unknown VM.</returns>
    public static async Task<int> RunAsync(HostPlan plan, string name, ISystemd systemd, Log log, CancellationToken cancel)
    {
        if (plan.Find(name) is not { } vm)
        {
            log.Write($"There is no VM “{name}”.");
            return 2;
        }

        if (await MainPidAsync(vm, systemd, cancel).ConfigureAwait(false) is not (> 0 and var pid))
        {
            return 0;
        }

        if (Pausing.IsPaused(vm))
        {
            Pausing.Resume(vm);
        }

        var begun = Stopwatch.GetTimestamp();
        var limit = TimeSpan.FromSeconds(plan.Settings.StopSeconds);
        while (Stopwatch.GetElapsedTime(begun) < limit)
        {
            PowerButton.Press(vm, plan.Settings.PowerOffPort);
            var left = limit - Stopwatch.GetElapsedTime(begun);
            if (await HasEndedAsync(pid, systemd, left < AskAgain ? left : AskAgain, cancel).ConfigureAwait(false))
            {
                log.Write($"{name} powered off after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s.");
                return 0;
            }
        }

        log.Write($"{name} did not power off within {limit.TotalSeconds:0} s: its hypervisor is told to quit.");
        PowerButton.PullPlug(vm);
        await HasEndedAsync(pid, systemd, QuitLimit, cancel).ConfigureAwait(false);
        return 1;
    }

    // systemd hands MAINPID to ExecStop; by hand it has to be asked.
    private static async Task<int?> MainPidAsync(SupervisedVm vm, ISystemd systemd, CancellationToken cancel)
        => int.TryParse(Environment.GetEnvironmentVariable("MAINPID"), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            ? pid
            : await systemd.ShowAsync([vm.Unit], cancel).ConfigureAwait(false) is [var unit, ..] ? unit.MainPid : null;

    private static async Task<bool> HasEndedAsync(int pid, ISystemd systemd, TimeSpan limit, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        while (systemd.IsRunning(pid))
        {
            if (Stopwatch.GetElapsedTime(begun) >= limit)
            {
                return false;
            }

            await Task.Delay(Glance, cancel).ConfigureAwait(false);
        }

        return true;
    }
}
