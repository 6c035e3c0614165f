// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A PCI function that the host hands to a VM before any VM starts.</summary>
/// <param name="Id">Vendor and device, as <c>8086:10d3</c>.</param>
public sealed record PassthroughPlan(PciAddress Address, string Id, VmName Vm);
