// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Hypervisors;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Steering;

/// <summary>Does with a VM what an operator or another VM asks, and notes who did.</summary>
internal sealed class SteerVms(DeviceWatch watch, ISystemd systemd, EventLog events)
{
    /// <summary>What an orderly stop and a start may take together.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Does it and waits until it is done.</summary>
    /// <param name="by">Who asked.</param>
    /// <returns>Null, or why it was not done.</returns>
    public async Task<string?> DoAsync(VmOrder order, SupervisedVm vm, string by, TimeSpan limit, CancellationToken cancel)
    {
        var word = order.ToString().ToLowerInvariant();
        var failure = order is VmOrder.Pause or VmOrder.Resume
            ? Stand(order, vm)
            : await TellSystemdAsync(word, vm, limit, cancel).ConfigureAwait(false);
        events.Add(DeviceEventKind.Order, vm.Name, $"{by}: {word} {vm.Name}{(failure is null ? "" : $", which failed: {failure}")}");
        await watch.RefreshAsync(cancel).ConfigureAwait(false);
        return failure is null ? null : $"{word} {vm.Name} failed: {failure}";
    }

    /// <summary>Asks hypervisors which VMs stand still: those that were paused before vmd itself was started.</summary>
    public async Task FindPausedAsync(IEnumerable<SupervisedVm> vms, CancellationToken cancel)
    {
        await watch.RefreshAsync(cancel).ConfigureAwait(false);
        await Task.WhenAll(vms.Where(vm => watch.StateOf(vm) is VmState.Starting or VmState.Ready).Select(vm => Task.Run(
            () =>
            {
                if (Pausing.IsPaused(vm))
                {
                    watch.SetPaused(vm, paused: true);
                }
            },
            cancel))).ConfigureAwait(false);
    }

    private async Task<string?> TellSystemdAsync(string verb, SupervisedVm vm, TimeSpan limit, CancellationToken cancel)
    {
        if (watch.StateOf(vm) == VmState.Failed)
        {
            // systemd counts starts, and refuses more after too many.
            await systemd.DoAsync("reset-failed", vm.Unit, limit, cancel).ConfigureAwait(false);
        }

        var output = await systemd.DoAsync(verb, vm.Unit, limit, cancel).ConfigureAwait(false);
        return output.ExitCode == 0 ? null : output.Text.Trim();
    }

    private string? Stand(VmOrder order, SupervisedVm vm)
    {
        var state = watch.StateOf(vm);
        if (state != (order == VmOrder.Pause ? VmState.Ready : VmState.Paused))
        {
            return $"it is {state.ToString().ToLowerInvariant()}.";
        }

        var failure = order == VmOrder.Pause ? Pausing.Pause(vm) : Pausing.Resume(vm);
        if (failure is null)
        {
            watch.SetPaused(vm, order == VmOrder.Pause);
        }

        return failure;
    }
}
