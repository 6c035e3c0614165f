// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Guests;

/// <summary>
/// Starts a VM again that systemd gave up, because it ended five times within a minute: after a minute, and if it fails again each time
/// after twice as long, until it is ready. One that failed while it was being stopped was to end.
/// </summary>
internal sealed class ReviveFailedVms
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly HostPlan _plan;
    private readonly ISystemd _systemd;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, VmState> _states = [];
    private readonly Dictionary<string, TimeSpan> _waits = [];
    private readonly Dictionary<string, long> _due = [];

    public ReviveFailedVms(HostPlan plan, DeviceWatch watch, ISystemd systemd, TimeProvider time, Log log)
    {
        (_plan, _systemd, _time, _log) = (plan, systemd, time, log);
        watch.StateChanged += (vm, state, _) => Take(vm.Name, state);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(Pause, _time, cancel).ConfigureAwait(false);
            await LookAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Starts those whose time has come.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        foreach (var vm in _plan.Vms.Where(vm => IsDue(vm.Name)))
        {
            _log.Write($"{vm.Name} is started again, after it had failed too often.");

            // systemd counts starts, and refuses more.
            await _systemd.DoAsync("reset-failed", vm.Unit, StartLimit, cancel).ConfigureAwait(false);
            await _systemd.DoAsync("start", vm.Unit, StartLimit, cancel).ConfigureAwait(false);
        }
    }

    public void Take(string vm, VmState state)
    {
        lock (_gate)
        {
            var before = _states.GetValueOrDefault(vm);
            _states[vm] = state;
            _due.Remove(vm);
            if (state == VmState.Ready)
            {
                _waits.Remove(vm);
            }
            else if (state == VmState.Failed && before != VmState.Stopping)
            {
                var wait = _waits.TryGetValue(vm, out var last) ? (2 * last < Longest ? 2 * last : Longest) : First;
                _waits[vm] = wait;
                _due[vm] = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
            }
        }
    }

    private bool IsDue(string vm)
    {
        lock (_gate)
        {
            return _due.TryGetValue(vm, out var due) && _time.GetTimestamp() >= due && _due.Remove(vm);
        }
    }
}
