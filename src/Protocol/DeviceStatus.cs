// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>What the host observes of the whole device at one moment.</summary>
/// <param name="Version">Grows by one with each change that vmd saw since it started; repeats without change keep it.</param>
/// <param name="Time">The host's clock; without a network it may be far off.</param>
/// <param name="UptimeSeconds">Seconds since the host's kernel started.</param>
/// <param name="Vms">All VMs, in the order in which the plan starts them.</param>
/// <param name="Boot">How the time of the host's start was spent; null until it is over.</param>
public sealed record DeviceStatus(
    long Version, DateTimeOffset Time, double UptimeSeconds, IReadOnlyList<VmStatus> Vms, BootTimes? Boot = null)
{
    /// <summary>Whether every VM is ready; true for a device without VMs.</summary>
    public bool IsReady() => Vms.All(vm => vm.State == VmState.Ready);
}
