// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>All hypervisors and machines that a VM can run on.</summary>
public static class HypervisorRecords
{
    /// <summary>In the order in which they are recommended.</summary>
    public static ImmutableArray<HypervisorRecord> All { get; } =
        [QemuRecords.Q35, QemuRecords.Microvm, QemuRecords.Virt, CloudHypervisorRecord.Only, CrosvmRecord.Only];

    /// <param name="machine">Only QEMU has a choice; the others do not read it.</param>
    public static HypervisorRecord Of(Hypervisor hypervisor, MachineType machine) =>
        All.Single(record => record.Hypervisor == hypervisor && (record.Machine ?? machine) == machine);

    public static HypervisorRecord Of(VmPlan vm)
    {
        ArgumentNullException.ThrowIfNull(vm);
        return Of(vm.Hypervisor, vm.Machine);
    }
}
