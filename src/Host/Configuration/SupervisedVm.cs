// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Host.Configuration;

/// <summary>One VM that vmd looks after.</summary>
/// <param name="Name">The VM's name in the plan.</param>
/// <param name="Cid">Its vsock context id, 3 or more; the VM's identity on vsock.</param>
/// <param name="Unit">The systemd unit that runs its hypervisor.</param>
/// <param name="Address">Its address in the internal network; empty when it has none.</param>
/// <param name="MemoryBytes">The guest's memory, in bytes.</param>
/// <param name="ConsoleSocket">Unix socket of its serial console, served by the hypervisor; null when it serves none.</param>
/// <param name="QmpSocket">Unix socket of the hypervisor's monitor (QMP), one client at a time; null for others than QEMU.</param>
/// <param name="ConsoleLog">File to which the hypervisor copies the console's output; null when there is none.</param>
/// <param name="HasBalloon">Whether memory can be taken back while it runs, by the monitor.</param>
/// <param name="VsockSocket">The Unix socket that stands for its vsock; null when that is the kernel's own.</param>
/// <param name="HasAgent">Whether its agent has an identity, which QEMU alone can hand to it in a file.</param>
internal sealed record SupervisedVm(
    string Name,
    uint Cid,
    string Unit,
    string Address,
    long MemoryBytes,
    string? ConsoleSocket,
    string? QmpSocket,
    string? ConsoleLog = null,
    bool HasBalloon = false,
    string? VsockSocket = null,
    bool HasAgent = false)
{
    /// <summary>What it may call of others.</summary>
    public ImmutableArray<AllowedCall> Calls { get; init; } = [];

    /// <summary>Whether it collects the logs of all.</summary>
    public bool CollectsLogs { get; init; }
}
