// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;
using Ghaf.Runners.CloudHypervisor;
using Ghaf.Runners.Crosvm;
using Ghaf.Runners.Qemu;

namespace Ghaf.Runners;

/// <summary>The command that runs a VM: a pure function of the plan.</summary>
/// <param name="Program">An absolute path on the host.</param>
public sealed record VmCommand(string Program, ImmutableArray<string> Arguments)
{
    /// <param name="device">Its plan has no mistakes: nothing is asked for that the VM's hypervisor lacks.</param>
    public static VmCommand Of(DevicePlan device, VmPlan vm)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(vm);
        return vm.Hypervisor switch
        {
            Hypervisor.Qemu => new VmCommand(QemuCommand.Program(device), QemuCommand.Arguments(device, vm)),
            Hypervisor.CloudHypervisor =>
                new VmCommand(CloudHypervisorCommand.Program, CloudHypervisorCommand.Arguments(device, vm)),
            Hypervisor.Crosvm => new VmCommand(CrosvmCommand.Program, CrosvmCommand.Arguments(device, vm)),
            _ => throw new ArgumentOutOfRangeException(nameof(vm), vm.Hypervisor, null),
        };
    }
}
