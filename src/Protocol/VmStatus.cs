// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>What is observed of one VM.</summary>
/// <param name="Name">The VM's name in the plan, such as <c>net-vm</c>.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Address">Its address in the device's internal network; empty when it has none.</param>
/// <param name="MemoryBytes">Memory given to the guest, in bytes.</param>
/// <param name="MemoryUsedBytes">Memory its unit uses on the host, hypervisor included, in bytes; null when unknown.</param>
/// <param name="Restarts">How often systemd restarted it by itself since it was last started by hand.</param>
/// <param name="Reason">Why it failed: systemd's result, exit code, last lines of the hypervisor.</param>
/// <param name="GuestStatus">The guest's own words about what it does, cleaned of control characters; not to be trusted.</param>
/// <param name="ReadySince">When the guest became ready, by the host's clock; null unless it is ready.</param>
/// <param name="UptimeSeconds">Seconds since the hypervisor was started; null when it does not run.</param>
/// <param name="BootSeconds">Seconds from the start of the unit until the guest was ready; null until then.</param>
public sealed record VmStatus(
    string Name,
    VmState State,
    string Address,
    long MemoryBytes,
    long? MemoryUsedBytes = null,
    int Restarts = 0,
    string? Reason = null,
    string? GuestStatus = null,
    DateTimeOffset? ReadySince = null,
    double? UptimeSeconds = null,
    double? BootSeconds = null)
{
    /// <summary>What its unit may use of the host's memory at most, in bytes; null when unknown.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Processor time that its unit used since it was started, hypervisor included; null when it does not run.</summary>
    public double? ProcessorSeconds { get; init; }
}
