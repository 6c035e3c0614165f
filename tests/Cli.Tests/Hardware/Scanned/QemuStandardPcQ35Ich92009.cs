// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>QEMU Standard PC (Q35 + ICH9, 2009).</summary>
public static class QemuStandardPcQ35Ich92009
{
    public const string Storage = "storage";
    public const string Ethernet = "ethernet";
    public const string IsaBridge = "isa-bridge";
    public const string Sata = "sata";
    public const string Smbus = "smbus";

    public static HardwareSpec Hardware { get; } = new("qemu-standard-pc-q35-ich9-2009")
    {
        Title = "QEMU Standard PC (Q35 + ICH9, 2009)",
        Sources = ["ghaf hardware scan of QEMU, Standard PC (Q35 + ICH9, 2009), pc-q35-10.0"],
        Memory = 2.GiB,
        Cores = 2,
        Disk = "/dev/vda",
        Devices =
        [
            new PciDeviceSpec(Storage)
            {
                Address = PciAddress.Parse("0000:00:01.0"),
                Id = HardwareId.Parse("1af4:1001"),
                Class = PciClass.Parse("0100"),
                IommuGroup = 1,
                Driver = "virtio_pci",
            },
            new PciDeviceSpec(Ethernet)
            {
                Address = PciAddress.Parse("0000:00:03.0"),
                Id = HardwareId.Parse("8086:10d3"),
                Class = PciClass.Ethernet,
                IommuGroup = 3,
            },
            new PciDeviceSpec(IsaBridge)
            {
                Address = PciAddress.Parse("0000:00:1f.0"),
                Id = HardwareId.Parse("8086:2918"),
                Class = PciClass.Parse("0601"),
                IommuGroup = 5,
                Driver = "lpc_ich",
            },
            new PciDeviceSpec(Sata)
            {
                Address = PciAddress.Parse("0000:00:1f.2"),
                Id = HardwareId.Parse("8086:2922"),
                Class = PciClass.Parse("0106"),
                IommuGroup = 5,
                Driver = "ahci",
            },
            new PciDeviceSpec(Smbus)
            {
                Address = PciAddress.Parse("0000:00:1f.3"),
                Id = HardwareId.Parse("8086:2930"),
                Class = PciClass.Parse("0c05"),
                IommuGroup = 5,
                Driver = "i2c_i801",
            },
        ],
        Inputs =
        [
            new InputDeviceSpec(InputKind.Keyboard, ["AT Translated Set 2 keyboard"]),
            new InputDeviceSpec(InputKind.Other, ["Power Button"]),
        ],
        Uarts =
        [
            new UartSpec("com1", "0x3f8", "ttyS0"),
        ],
        BootModules = ["virtio_pci", "virtio_blk"],
        KernelModules = ["kvm_amd"],
        KernelArguments = ["intel_iommu=on"],
    };
}
