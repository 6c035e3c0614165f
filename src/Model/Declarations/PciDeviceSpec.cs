// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A PCI function of a machine.</summary>
/// <param name="Name">What definitions call it.</param>
/// <param name="Address">Where the host sees it.</param>
/// <param name="Id">Vendor and device, as <c>8086:10d3</c>; the host refuses to pass through anything else.</param>
/// <param name="Driver">The kernel module that drives it in the VM.</param>
public sealed record PciDeviceSpec(string Name, PciAddress Address, string Id, string Driver);
