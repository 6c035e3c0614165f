// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.State;
using Ghaf.Model;
using Ghaf.Runners;

namespace Ghaf.Host.Configuration;

/// <summary>What of a device's plan concerns vmd.</summary>
/// <param name="Settings">How vmd behaves.</param>
/// <param name="Vms">The VMs in the order in which they start; they stop in the reverse order.</param>
/// <param name="Passthrough">The PCI devices of all VMs; their addresses are known, or nothing would have been built.</param>
/// <param name="State">What the device keeps over its restarts.</param>
internal sealed record HostPlan(
    HostSettings Settings,
    IReadOnlyList<SupervisedVm> Vms,
    IReadOnlyList<PassthroughDevice> Passthrough,
    StateSpec State)
{
    public static HostPlan From(DevicePlan device) => new(
        new HostSettings(device.DebugAccess),
        [.. device.Vms.Select(Supervised)],
        [
            .. from passed in device.Passthrough
               where passed.Device.Address is not null
               select new PassthroughDevice(
                   passed.Device.Address.ToString()!, passed.Device.Id?.ToString(), passed.Vm.Name.Value, passed.Vm.User),
        ],
        StateSpec.From(device));

    public SupervisedVm? Find(string? name) => Vms.FirstOrDefault(vm => vm.Name == name);

    private static SupervisedVm Supervised(VmPlan vm) => new(
        vm.Name.Value,
        vm.Cid,
        HostPaths.Unit(vm),
        vm.Address?.ToString() ?? "",
        vm.Memory.Bytes,
        HypervisorRecords.Of(vm)[HypervisorAbility.SerialConsole].Has ? HostPaths.ConsoleSocket(vm) : null,
        vm.Hypervisor == Hypervisor.Qemu ? HostPaths.QmpSocket(vm) : null,

        // cloud-hypervisor writes none.
        vm.Hypervisor == Hypervisor.CloudHypervisor ? null : HostPaths.ConsoleLog(vm),
        vm.Hypervisor == Hypervisor.Qemu && VmMemory.HasBalloon(vm),
        vm.Hypervisor == Hypervisor.CloudHypervisor ? HostPaths.VsockSocket(vm) : null,
        vm.Hypervisor == Hypervisor.Qemu)
    {
        Calls = vm.Calls,
        CollectsLogs = vm.Programs.Contains(OwnProgram.Admind),
    };
}
