// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>All that a scan came upon, from which warnings follow.</summary>
/// <param name="Pci">All functions, also those that are not worth to be handed out.</param>
/// <param name="Disks">All that are built in, the one to install on first.</param>
internal sealed record ScanFindings(
    MachineTree Tree,
    HardwareSpec Hardware,
    ProcessorScan Processor,
    IommuScan Iommu,
    ImmutableArray<PciFunction> Pci,
    ImmutableArray<FoundDisk> Disks);
