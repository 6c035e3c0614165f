// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>What a kind of build adds to the host and to every VM. A target is a device, a variant, a profile, an output.</summary>
public sealed record ProfileSpec(string Name) : Contribution<ProfileSpec>
{
    /// <summary>
    /// Whether there is a door for development: consoles with a root login, commands in VMs, the hypervisors' logs.
    /// Default: no.
    /// </summary>
    public bool DebugAccess { get; init; }
}
