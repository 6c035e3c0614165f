// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Qemu;

/// <summary>By what a machine's virtio devices are joined to it: part of their names, as in <c>virtio-blk-pci</c>.</summary>
internal static class QemuBus
{
    public static string Of(VmPlan vm) => vm.Machine == MachineType.Microvm ? "device" : "pci";

    /// <summary>QEMU's boot ROM for network cards costs seconds; only PCI cards have one.</summary>
    public static string WithoutRom(VmPlan vm) => vm.Machine == MachineType.Microvm ? "" : ",romfile=";
}
