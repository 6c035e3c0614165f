// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Configuration;

/// <summary>A PCI device that belongs to a VM.</summary>
/// <param name="Address">Domain, bus, device and function: <c>0000:00:03.0</c>.</param>
/// <param name="Id">Vendor and device: <c>8086:10d3</c>; null when whatever is at the address is meant.</param>
/// <param name="Vm">The VM's name.</param>
/// <param name="User">The user its hypervisor runs as; it gets the device's IOMMU group file.</param>
internal sealed record PassthroughDevice(string Address, string? Id, string Vm, string User);
