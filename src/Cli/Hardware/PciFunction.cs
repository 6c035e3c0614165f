// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>A PCI function as the kernel shows it.</summary>
/// <param name="Class">Class and subclass.</param>
/// <param name="Interface">What the class calls its programming interface: <c>0x40</c> of a USB controller is USB4.</param>
/// <param name="Module">The kernel module that drives it; null if there is none or it is not known.</param>
/// <param name="Group">The number of its IOMMU group; null without an IOMMU.</param>
/// <param name="Hidden">Whether it is kept for a VM, so that its own driver is not known.</param>
/// <param name="Folder">In sysfs, without links.</param>
internal sealed record PciFunction(
    PciAddress Address, HardwareId Id, PciClass Class, int Interface, string? Module, int? Group, bool Hidden, string Folder)
{
    public PciKind Kind { get; } = PciKind.Of(Class.ToString(), Interface, Module);

    /// <summary>Part of the bus itself: it is never handed out, and does not keep its group from it.</summary>
    public bool IsBridge => Class.ToString() is "0600" or "0604";
}
