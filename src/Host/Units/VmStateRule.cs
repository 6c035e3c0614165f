// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Units;

/// <summary>What state a VM is in, from what systemd says of its unit and the guest of itself.</summary>
internal static class VmStateRule
{
    /// <param name="unit">Null when systemd could not be asked yet.</param>
    /// <param name="guest">Null when the guest never said anything; ignored when it speaks of another run.</param>
    /// <param name="isPaused">Whether its hypervisor holds it still.</param>
    public static VmState Decide(UnitSnapshot? unit, GuestState? guest, bool isPaused = false) => unit switch
    {
        null => VmState.Waiting,
        { LoadState: not ("" or "loaded") } => VmState.Failed,
        { ActiveState: "activating", SubState: "auto-restart" or "auto-restart-queued" } => VmState.Restarting,
        { ActiveState: "activating" } => VmState.Starting,
        { ActiveState: "deactivating" } => VmState.Stopping,
        { ActiveState: "failed" } => VmState.Failed,
        { ActiveState: "inactive", HasJob: true } => VmState.Waiting,
        { ActiveState: "inactive", StartedAt: null } => VmState.Waiting,
        { ActiveState: "inactive" } => VmState.Stopped,
        _ when isPaused => VmState.Paused,
        _ when guest is null || guest.Invocation != unit.Invocation => VmState.Starting,
        _ when guest.Stopping => VmState.Stopping,
        _ => guest.ReadyAt is null ? VmState.Starting : VmState.Ready,
    };
}
