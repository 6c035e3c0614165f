// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>What a kind of build adds to the host and to every VM. A target is a device and a profile.</summary>
public sealed record ProfileSpec(string Name)
{
    public HostSpec Host { get; init; } = new();

    public GuestSpec Guest { get; init; } = new();

    /// <summary>
    /// Whether there is a door for development: consoles with a root login, commands in VMs, the hypervisors' logs.
    /// Default: no.
    /// </summary>
    public bool DebugAccess { get; init; }
}
