// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners;

/// <summary>How a VM's memory is held.</summary>
public static class VmMemory
{
    /// <summary>
    /// Whether the VM has a balloon. VFIO pins all of a VM's memory, so that nothing could be taken back from one with a
    /// device of the machine; a USB device is no such device.
    /// </summary>
    public static bool HasBalloon(VmPlan vm)
    {
        ArgumentNullException.ThrowIfNull(vm);
        return !IsPinned(vm) && HypervisorRecords.Of(vm)[HypervisorAbility.Balloon].Has;
    }

    /// <summary>Whether VFIO pins it.</summary>
    internal static bool IsPinned(VmPlan vm) => vm.Devices.Any(device => device.Bus is DeviceBus.Pci or DeviceBus.Platform);

    /// <summary>Whether another process, a virtiofsd, reads and writes it.</summary>
    internal static bool IsShared(VmPlan vm) => !vm.Shares.IsEmpty && vm.Hypervisor != Hypervisor.Crosvm;
}
