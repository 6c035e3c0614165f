// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>How a VM is, in its agent's words.</summary>
/// <param name="Name">The VM.</param>
/// <param name="Version">Of the agent.</param>
/// <param name="BootId">The kernel's: another one means that the VM was started again.</param>
/// <param name="UptimeSeconds">Since the kernel's start, without the time for which it slept.</param>
/// <param name="ClockOffsetSeconds">How far its clock is ahead of the host's; less than 0 when it is behind.</param>
/// <param name="ClockUncertaintySeconds">By how much that may be wrong: half of what asking took.</param>
/// <param name="MemoryTotalBytes">Of the guest's kernel.</param>
/// <param name="MemoryAvailableBytes">What programs could still take.</param>
/// <param name="LoadAverage">Of the last minute.</param>
/// <param name="SystemState">systemd's word: running, degraded, starting, ….</param>
/// <param name="FailedUnits">Empty when all is well.</param>
/// <param name="IdentityExpires">When the certificate by which the agent is known ends.</param>
/// <param name="DeniedCalls">Calls that it refused since it was started; it ends when nobody asks.</param>
public sealed record GuestReport(
    string Name,
    string Version,
    string BootId,
    double UptimeSeconds,
    double ClockOffsetSeconds,
    double ClockUncertaintySeconds,
    long MemoryTotalBytes,
    long MemoryAvailableBytes,
    double LoadAverage,
    string SystemState,
    IReadOnlyList<string> FailedUnits,
    DateTimeOffset IdentityExpires,
    long DeniedCalls);
