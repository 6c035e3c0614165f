// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Units;

/// <summary>What is reported of a VM, from what is known of it.</summary>
internal static class ComposeStatus
{
    /// <param name="guest">Ignored when it speaks of another run.</param>
    /// <param name="reason">Why it failed the last time.</param>
    public static VmStatus Of(SupervisedVm vm, VmState state, UnitSnapshot? unit, GuestState? guest, string? reason, Moment now)
    {
        var said = guest?.Invocation == unit?.Invocation ? guest : null;
        var runs = state is VmState.Starting or VmState.Ready or VmState.Paused or VmState.Stopping;
        return new VmStatus(
            vm.Name,
            state,
            vm.Address,
            vm.MemoryBytes,
            unit?.MemoryUsed,
            unit?.Restarts ?? 0,
            state is VmState.Failed or VmState.Restarting ? reason : null,
            runs ? said?.Status : null,
            state == VmState.Ready ? said?.ReadyAt?.Time : null,
            runs && unit?.StartedAt is { } started ? Seconds(now.Monotonic - started) : null,
            runs && said?.ReadyAt is { } ready && unit?.StartedAt is { } begun ? Seconds(ready.Monotonic - begun) : null)
        {
            MemoryLimitBytes = unit?.MemoryLimit,
            ProcessorSeconds = unit?.ProcessorTime is { } used ? Seconds(used) : null,
        };
    }

    private static double Seconds(TimeSpan span) => Math.Round(Math.Max(0, span.TotalSeconds), 2);
}
