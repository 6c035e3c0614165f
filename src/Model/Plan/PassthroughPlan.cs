// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>A device that the host hands to a VM before any VM starts: found by whatever of it is said here.</summary>
/// <param name="Name">What the machine's record calls it, or what the definition asked for.</param>
public sealed record PassthroughPlan(string Name, DeviceBus Bus)
{
    /// <summary>Where the PCI function has to be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PciAddress? Address { get; init; }

    /// <summary>Vendor and device, as <c>8086:10d3</c>; anything else is not handed out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HardwareId? Id { get; init; }

    /// <summary>Without address and id: every PCI function of this class.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PciClass? Class { get; init; }

    /// <summary>For USB: bus and port, as <c>3-8</c>. For a platform device: its name in sysfs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>The kernel module that drives it in the VM.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Driver { get; init; }
}
