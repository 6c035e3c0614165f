// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Host.Configuration;
using Ghaf.Host.Guests;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host;

/// <summary>
/// Knows the state of all VMs: brings together what systemd says of the units and what the guests say of themselves, and
/// wakes whoever waits for a change.
/// </summary>
internal sealed class DeviceWatch
{
    private const int ReasonLines = 5;

    /// <summary>While systemd starts or stops a unit people watch it; otherwise a look now and then finds what no file showed.</summary>
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan IdlePause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly HostPlan _plan;
    private readonly ISystemd _systemd;
    private readonly ReadyMarks _marks;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnitSnapshot> _units = [];
    private readonly Dictionary<string, GuestState> _guests = [];
    private readonly Dictionary<string, string> _reasons = [];
    private readonly ConcurrentDictionary<string, VmState> _states = [];
    private readonly Dictionary<string, string> _paused = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BootTimes? _boot;
    private long _version = 1;

    public DeviceWatch(HostPlan plan, ISystemd systemd, ReadyMarks marks, TimeProvider time, Log log)
    {
        _plan = plan;
        _systemd = systemd;
        _marks = marks;
        _time = time;
        _log = log;
        foreach (var vm in plan.Vms)
        {
            _states[vm.Name] = VmState.Waiting;
            if (marks.Read(vm.Name) is { } state)
            {
                _guests[vm.Name] = state;
            }
        }
    }

    /// <summary>
    /// Looks at the units until cancelled. Asking systemd starts a process, which is dear on a small machine: twice a second
    /// we look at what costs nothing (the run's id, whether the hypervisor lives) and ask only when that changed.
    /// </summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var seen = "";
        var asked = _time.GetTimestamp();
        while (!cancel.IsCancellationRequested)
        {
            var now = SignsOfLife();
            if (now != seen || _time.GetElapsedTime(asked) >= (IsSettled() ? IdlePause : BusyPause))
            {
                await RefreshAsync(cancel).ConfigureAwait(false);
                asked = _time.GetTimestamp();
                // Taken anew: the answer may have told of another process to watch.
                seen = now == seen ? now : SignsOfLife();
            }

            await Task.Delay(Glance, _time, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Asks systemd now.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        var units = _plan.Vms.Count == 0
            ? []
            : await _systemd.ShowAsync([.. _plan.Vms.Select(vm => vm.Unit)], cancel).ConfigureAwait(false);
        foreach (var unit in units)
        {
            if (_plan.Vms.FirstOrDefault(vm => vm.Unit == unit.Id) is { } vm)
            {
                await TakeAsync(vm, unit, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes what a guest's systemd said.</summary>
    public void Hear(SupervisedVm vm, NotifyMessage message)
    {
        // The link is newer than our last look at the unit, which may still show the run before.
        var current = _systemd.CurrentInvocation(vm.Unit);
        lock (_gate)
        {
            if ((current ?? _units.GetValueOrDefault(vm.Name)?.Invocation) is not { Length: > 0 } invocation)
            {
                return;
            }

            var before = _guests.GetValueOrDefault(vm.Name);
            var after = GuestState.Apply(before, invocation, message, Moment.Now(_time));
            _guests[vm.Name] = after;
            if (before?.ReadyAt != after.ReadyAt)
            {
                _marks.Write(vm.Name, after);
            }

            if (before != after)
            {
                Change(vm);
            }
        }
    }

    /// <summary>Told of each VM that is in another state, with the reason if it failed; may not call back.</summary>
    public event Action<SupervisedVm, VmState, string?>? StateChanged;

    /// <summary>Takes whether a VM's hypervisor holds it still; its next run does not begin so.</summary>
    public void SetPaused(SupervisedVm vm, bool paused)
    {
        lock (_gate)
        {
            if (paused && _units.GetValueOrDefault(vm.Name)?.Invocation is { } invocation)
            {
                _paused[vm.Name] = invocation;
            }
            else
            {
                _paused.Remove(vm.Name);
            }

            Change(vm);
        }
    }

    public VmState StateOf(SupervisedVm vm) => _states[vm.Name];

    /// <summary>Takes how long the host's start took.</summary>
    public void Take(BootTimes boot)
    {
        lock (_gate)
        {
            _boot = boot;
            Tell();
        }
    }

    /// <summary>Grows with each change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The state now.</summary>
    public DeviceStatus Snapshot()
    {
        lock (_gate)
        {
            var now = Moment.Now(_time);
            return new DeviceStatus(_version, now.Time, now.Monotonic.TotalSeconds, [.. _plan.Vms.Select(vm => StatusOf(vm, now))], _boot);
        }
    }

    /// <summary>Completes at the next change after the given version, or when the limit has passed.</summary>
    public async Task WaitForChangeAsync(long version, TimeSpan limit, CancellationToken cancel)
    {
        Task changed;
        lock (_gate)
        {
            changed = _version > version ? Task.CompletedTask : _changed.Task;
        }

        await Task.WhenAny(changed, Task.Delay(limit, _time, cancel)).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }

    private async Task TakeAsync(SupervisedVm vm, UnitSnapshot unit, CancellationToken cancel)
    {
        // A VM that is started again also died of something.
        var died = VmStateRule.Decide(unit, null) is VmState.Failed or VmState.Restarting;
        var known = _units.GetValueOrDefault(vm.Name);
        var reason = died && (known?.ActiveState, known?.Invocation) != (unit.ActiveState, unit.Invocation)
            ? FailureReason.Describe(unit, (await _systemd.JournalAsync(vm.Unit, ReasonLines, ownWordsOnly: true, cancel).ConfigureAwait(false)).Text)
            : null;
        lock (_gate)
        {
            if (reason is not null)
            {
                _reasons[vm.Name] = reason;
            }

            var before = _units.GetValueOrDefault(vm.Name);
            _units[vm.Name] = unit;
            // Memory and time in use move all the time: they go out with the regular report and are no event.
            if (before is null || before with { MemoryUsed = unit.MemoryUsed, ProcessorTime = unit.ProcessorTime } != unit)
            {
                Change(vm);
            }
        }
    }

    private void Change(SupervisedVm vm)
    {
        var unit = _units.GetValueOrDefault(vm.Name);
        var isPaused = unit is not null && _paused.GetValueOrDefault(vm.Name) == unit.Invocation;
        var state = VmStateRule.Decide(unit, _guests.GetValueOrDefault(vm.Name), isPaused);
        if (state != _states[vm.Name])
        {
            _states[vm.Name] = state;
            var reason = state is VmState.Failed or VmState.Restarting ? _reasons.GetValueOrDefault(vm.Name) : null;
            _log.Write($"{vm.Name} is {state.ToString().ToLowerInvariant()}{(reason is null ? "" : $": {reason}")}");
            StateChanged?.Invoke(vm, state, reason);
        }

        Tell();
    }

    private void Tell()
    {
        _version++;
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private VmStatus StatusOf(SupervisedVm vm, Moment now) => ComposeStatus.Of(
        vm, _states[vm.Name], _units.GetValueOrDefault(vm.Name), _guests.GetValueOrDefault(vm.Name), _reasons.GetValueOrDefault(vm.Name), now);

    private bool IsSettled()
    {
        lock (_gate)
        {
            return _units.Count > 0
                && _units.Values.All(unit => unit is { HasJob: false, ActiveState: not ("activating" or "deactivating") });
        }
    }

    private string SignsOfLife()
    {
        lock (_gate)
        {
            return string.Join(' ', _plan.Vms.Select(vm =>
                _systemd.CurrentInvocation(vm.Unit) + (IsAlive(_units.GetValueOrDefault(vm.Name)?.MainPid) ? "+" : "-")));
        }
    }

    private bool IsAlive(int? pid) => pid is > 0 and var number && _systemd.IsRunning(number);
}
