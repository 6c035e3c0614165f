// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>A way to make a device with fewer parts than it has: without screens, without VMs.</summary>
public sealed record VariantSpec(string Name, string Summary) : Contribution<VariantSpec>
{
    /// <summary>Everything that the device declares.</summary>
    public static VariantSpec Default { get; } = new("default", "minimal host, every VM of the device");

    /// <summary>Which of the device's VMs are left out. Default: none.</summary>
    public LeftOutVms Without { get; init; }

    /// <summary>Whether the host can start VMs. Default: yes.</summary>
    public bool Virtualization { get; init; } = true;
}
