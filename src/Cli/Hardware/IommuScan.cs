// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>What confines the memory accesses of devices.</summary>
/// <param name="Maker">Intel or AMD for what firmware tables announce; null elsewhere.</param>
/// <param name="IsThere">Whether the machine has one, on or off.</param>
/// <param name="KernelArguments">What turns it on.</param>
internal sealed record IommuScan(string? Maker, bool IsThere, ImmutableArray<KernelArgument> KernelArguments)
{
    private const string Tables = "/sys/firmware/acpi/tables";

    public static IommuScan Read(MachineTree tree) =>
        tree.Exists(Tables + "/DMAR") ? new("Intel", true, ["intel_iommu=on"])
        : tree.Exists(Tables + "/IVRS") ? new("AMD", true, ["amd_iommu=on"])
        : new(null, tree.Names("/sys/class/iommu").Any(), []);
}
