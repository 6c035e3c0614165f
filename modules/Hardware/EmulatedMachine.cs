// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// The reference machine that <c>ghaf run</c> emulates with QEMU's q35: x86-64 with nested virtualization, an IOMMU,
/// one Intel network card. Source: QEMU 10.0, <c>docs/system/i386</c> and <c>hw/net/e1000e.c</c>.
/// </summary>
public static class EmulatedMachine
{
    public const string Ethernet = "ethernet";

    public static HardwareSpec X86 { get; } = new("emulated-machine-x86_64")
    {
        Memory = 2.GiB,
        Cores = 2,
        Devices = [new PciDeviceSpec(Ethernet, PciAddress.Parse("0000:00:03.0"), "8086:10d3", "e1000e")],
        KernelModules = ["virtio_blk", "virtio_console", "kvm_amd", "kvm_intel"],

        // On a busy machine the emulated timer is late, and the kernel's check of it at start would panic.
        KernelArguments = ["console=ttyS0", "intel_iommu=on", "no_timer_check"],
    };
}
