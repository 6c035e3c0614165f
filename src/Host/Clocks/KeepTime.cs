// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Globalization;
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Protocol;

namespace Ghaf.Host.Clocks;

/// <summary>
/// Sets the clocks of VMs by the host's: when a VM gets ready or is resumed, when the host's clock was stepped, and every ten minutes.
/// </summary>
internal sealed class KeepTime
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Until a VM is asked again that did not answer, or whose clock was set or is right for all that could be seen: on a busy machine an
    /// order comes as late as an answer.
    /// </summary>
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(30);

    /// <summary>The answer that took the least time is the best; a busy machine takes long for some.</summary>
    public const int Questions = 5;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GoodEnough = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LeastStep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Blurred = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMilliseconds(100);

    private readonly HostPlan _plan;
    private readonly DeviceWatch _watch;
    private readonly IAgents _agents;
    private readonly EventLog _events;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly HostClock _host;
    private readonly Dictionary<string, (DateTimeOffset? ReadySince, long Due)> _vms = [];

    // Also those that stood still only while others were asked.
    private readonly ConcurrentDictionary<string, bool> _stood = [];

    public KeepTime(HostPlan plan, DeviceWatch watch, IAgents agents, EventLog events, TimeProvider time, Log log)
    {
        (_plan, _watch, _agents, _events, _time, _log) = (plan, watch, agents, events, time, log);
        _host = new HostClock(time);
        watch.StateChanged += (vm, state, _) =>
        {
            if (state == VmState.Paused)
            {
                _stood[vm.Name] = true;
            }
        };
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            var status = _watch.Snapshot();
            await LookAsync(status.Vms, cancel).ConfigureAwait(false);
            await _watch.WaitForChangeAsync(status.Version, Look, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Sets the clocks whose time has come.</summary>
    public async Task LookAsync(IEnumerable<VmStatus> vms, CancellationToken cancel)
    {
        var step = _host.Look();
        if (step is { } by)
        {
            _events.Add(DeviceEventKind.Clock, null, $"The host's clock was stepped by {Seconds(by)} s, or the host slept.");
        }

        var due = new List<SupervisedVm>();
        foreach (var status in vms)
        {
            var vm = _plan.Find(status.Name)!;
            if (status.State != VmState.Ready || !vm.HasAgent)
            {
                _vms.Remove(vm.Name);
            }
            else if (step is not null || !_vms.TryGetValue(vm.Name, out var known)
                || known.ReadySince != status.ReadySince || _stood.ContainsKey(vm.Name) || _time.GetTimestamp() >= known.Due)
            {
                _stood.TryRemove(vm.Name, out _);
                _vms[vm.Name] = (status.ReadySince, long.MaxValue);
                due.Add(vm);
            }
        }

        // One that is slow to answer holds up no other.
        var done = await Task.WhenAll(due.Select(vm => SetAsync(vm, cancel))).ConfigureAwait(false);
        foreach (var (vm, isSure) in due.Zip(done))
        {
            var wait = isSure ? Interval : AskAgain;
            _vms[vm.Name] = _vms[vm.Name] with { Due = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency) };
        }
    }

    private async Task<bool> SetAsync(SupervisedVm vm, CancellationToken cancel)
    {
        try
        {
            var best = await AskAsync(vm, cancel).ConfigureAwait(false);
            if (best.Offset.Duration() <= best.Uncertainty || best.Offset.Duration() <= LeastStep)
            {
                return best.Uncertainty <= Blurred;
            }

            // Half of what the best question took: so late the order arrives.
            var moved = await _agents.SetClockAsync(vm, best.Uncertainty, cancel).ConfigureAwait(false);
            _log.Write($"The clock of {vm.Name} was stepped by {Seconds(moved)} s.");
            if (moved.Duration() > WorthTelling)
            {
                _events.Add(DeviceEventKind.Clock, vm.Name, $"The clock of {vm.Name} was stepped by {Seconds(moved)} s.");
            }

            return false;
        }
        catch (AgentException e)
        {
            _log.Write($"The clock of {vm.Name} is not set: {e.Message}");
            return false;
        }
    }

    private async Task<ClockReading> AskAsync(SupervisedVm vm, CancellationToken cancel)
    {
        var best = await _agents.ClockAsync(vm, cancel).ConfigureAwait(false);
        for (var asked = 1; asked < Questions && best.Uncertainty > GoodEnough; asked++)
        {
            var next = await _agents.ClockAsync(vm, cancel).ConfigureAwait(false);
            best = next.Uncertainty < best.Uncertainty ? next : best;
        }

        return best;
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("+0.000;-0.000", CultureInfo.InvariantCulture);
}
