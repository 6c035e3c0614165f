// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A PCI function of a machine. At least one of address, id and class has to be known.</summary>
public sealed record PciDeviceSpec(string Name) : HardwareDeviceSpec(Name)
{
    /// <summary>Where the host sees it. Default: wherever a function of that id or class is found.</summary>
    public PciAddress? Address { get; init; }

    /// <summary>Vendor and device; the host refuses to pass through anything else. Default: not checked.</summary>
    public HardwareId? Id { get; init; }

    /// <summary>Class and subclass. Default: not known.</summary>
    public PciClass? Class { get; init; }

    /// <summary>
    /// The number of its IOMMU group: devices with the same number can only be passed through together. Default: alone in
    /// its group, or not known; the host looks again before it hands anything out.
    /// </summary>
    public int? IommuGroup { get; init; }

    internal override DeviceBus Bus => DeviceBus.Pci;
}
