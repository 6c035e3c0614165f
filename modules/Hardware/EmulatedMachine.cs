// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// The reference machine that <c>ghaf run</c> emulates with QEMU's q35: x86-64 with nested virtualization, an IOMMU,
/// one Intel network card.
/// </summary>
public static class EmulatedMachine
{
    public const string Ethernet = "ethernet";

    public static HardwareSpec X86 { get; } = new("emulated-machine-x86_64")
    {
        Title = "QEMU's q35 with an IOMMU",
        Sources = ["QEMU 10.0: docs/system/i386, hw/net/e1000e.c"],
        Memory = 3.GiB,
        Cores = 3,

        // On its first processor QEMU's emulation loses virtual machines and the whole machine: docs/adr/0021.
        HostCores = 1,
        Disk = "/dev/vda",
        Devices =
        [
            new PciDeviceSpec(Ethernet)
            {
                Address = PciAddress.Parse("0000:00:03.0"),
                Id = HardwareId.Parse("8086:10d3"),
                Class = PciClass.Ethernet,
                Driver = "e1000e",
                Source = "QEMU 10.0: hw/net/e1000e.c",
            },
        ],
        Uarts = [new UartSpec("com1", "0x3f8", "ttyS0")],
        BootModules = ["virtio_blk"],
        KernelModules = ["virtio_blk", "virtio_console", "kvm_amd", "kvm_intel"],

        // On a busy machine the emulated timer is late, and the kernel's check of it at start would panic.
        KernelArguments = ["console=ttyS0", "intel_iommu=on", "no_timer_check"],
    };
}
