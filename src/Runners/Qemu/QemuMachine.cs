// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Qemu;

/// <summary>QEMU's <c>-M</c>: only what a VM without firmware, display and keyboard needs; each device less is code less to attack.</summary>
internal static class QemuMachine
{
    public static string Of(DevicePlan device, VmPlan vm) => (vm.Machine switch
    {
        MachineType.Q35 => "q35,accel=kvm,kernel-irqchip=on,hpet=off,smm=off,vmport=off,sata=off,smbus=off,usb=off,graphics=off",

        // Debian's kernel finds virtio-mmio devices by ACPI only: it lacks VIRTIO_MMIO_CMDLINE_DEVICES. The option ROMs
        // stay on, which is the default: SeaBIOS loads the kernel from one.
        MachineType.Microvm => "microvm,accel=kvm,acpi=on,auto-kernel-cmdline=off,pcie=off,usb=off",

        // The kernel's own interrupt controller, with message signalled interrupts for PCI.
        MachineType.Virt when device.Hardware.Architecture == "arm64" => "virt,accel=kvm,gic-version=host,its=on,usb=off",
        _ => "virt,accel=kvm,aia=aplic-imsic,usb=off",
    }) + ",dump-guest-core=off" + (VmMemory.IsShared(vm) ? ",memory-backend=memory" : "");

    /// <summary>For virtiofsd, which reads and writes it, the memory is a file.</summary>
    public static string[] Memory(VmPlan vm) =>
    [
        "-m", $"{vm.Memory.MiB}",
        .. VmMemory.IsShared(vm) ? (string[])["-object", $"memory-backend-memfd,id=memory,size={vm.Memory.MiB}M,share=on"] : [],
    ];
}
