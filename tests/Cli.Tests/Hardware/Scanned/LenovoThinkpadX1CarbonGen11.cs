// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>LENOVO ThinkPad X1 Carbon Gen 11.</summary>
public static class LenovoThinkpadX1CarbonGen11
{
    public const string Graphics = "graphics";
    public const string Multimedia = "multimedia";
    public const string UsbController1 = "usb-controller-1";
    public const string Thunderbolt1 = "thunderbolt-1";
    public const string Thunderbolt2 = "thunderbolt-2";
    public const string UsbController2 = "usb-controller-2";
    public const string Memory = "memory";
    public const string Wifi = "wifi";
    public const string IsaBridge = "isa-bridge";
    public const string Audio = "audio";
    public const string Smbus = "smbus";
    public const string SerialBus = "serial-bus";
    public const string Nvme = "nvme";
    public const string Modem = "modem";
    public const string Bluetooth = "bluetooth";
    public const string UsbDevice = "usb-device";
    public const string IntegratedCamera = "integrated-camera";

    public static HardwareSpec Hardware { get; } = new("lenovo-thinkpad-x1-carbon-gen-11")
    {
        Title = "LENOVO ThinkPad X1 Carbon Gen 11",
        Sources = ["ghaf hardware scan of LENOVO, 21HMCTO1WW, ThinkPad X1 Carbon Gen 11"],
        Memory = 32.GiB,
        Cores = 10,
        Disk = "/dev/nvme0n1",
        Devices =
        [
            new PciDeviceSpec(Graphics)
            {
                Address = PciAddress.Parse("0000:00:02.0"),
                Id = HardwareId.Parse("8086:a7a1"),
                Class = PciClass.Vga,
                IommuGroup = 1,
                Driver = "i915",
            },
            new PciDeviceSpec(Multimedia)
            {
                Address = PciAddress.Parse("0000:00:05.0"),
                Id = HardwareId.Parse("8086:a75d"),
                Class = PciClass.Parse("0480"),
                IommuGroup = 0,
            },
            new PciDeviceSpec(UsbController1)
            {
                Address = PciAddress.Parse("0000:00:0d.0"),
                Id = HardwareId.Parse("8086:a71e"),
                Class = PciClass.Usb,
                IommuGroup = 9,
                Driver = "xhci_pci",
            },
            new PciDeviceSpec(Thunderbolt1)
            {
                Address = PciAddress.Parse("0000:00:0d.2"),
                Id = HardwareId.Parse("8086:a73e"),
                Class = PciClass.Usb,
                IommuGroup = 9,
                Driver = "thunderbolt",
            },
            new PciDeviceSpec(Thunderbolt2)
            {
                Address = PciAddress.Parse("0000:00:0d.3"),
                Id = HardwareId.Parse("8086:a76d"),
                Class = PciClass.Usb,
                IommuGroup = 9,
                Driver = "thunderbolt",
            },
            new PciDeviceSpec(UsbController2)
            {
                Address = PciAddress.Parse("0000:00:14.0"),
                Id = HardwareId.Parse("8086:51ed"),
                Class = PciClass.Usb,
                IommuGroup = 11,
                Driver = "xhci_pci",
            },
            new PciDeviceSpec(Memory)
            {
                Address = PciAddress.Parse("0000:00:14.2"),
                Id = HardwareId.Parse("8086:51ef"),
                Class = PciClass.Parse("0500"),
                IommuGroup = 11,
            },
            new PciDeviceSpec(Wifi)
            {
                Address = PciAddress.Parse("0000:00:14.3"),
                Id = HardwareId.Parse("8086:51f1"),
                Class = PciClass.Network,
                IommuGroup = 12,
                Driver = "iwlwifi",
            },
            new PciDeviceSpec(IsaBridge)
            {
                Address = PciAddress.Parse("0000:00:1f.0"),
                Id = HardwareId.Parse("8086:519d"),
                Class = PciClass.Parse("0601"),
                IommuGroup = 17,
            },
            new PciDeviceSpec(Audio)
            {
                Address = PciAddress.Parse("0000:00:1f.3"),
                Id = HardwareId.Parse("8086:51ca"),
                Class = PciClass.Audio,
                IommuGroup = 17,
                Driver = "snd_sof_pci_intel_tgl",
            },
            new PciDeviceSpec(Smbus)
            {
                Address = PciAddress.Parse("0000:00:1f.4"),
                Id = HardwareId.Parse("8086:51a3"),
                Class = PciClass.Parse("0c05"),
                IommuGroup = 17,
                Driver = "i2c_i801",
            },
            new PciDeviceSpec(SerialBus)
            {
                Address = PciAddress.Parse("0000:00:1f.5"),
                Id = HardwareId.Parse("8086:51a4"),
                Class = PciClass.Parse("0c80"),
                IommuGroup = 17,
            },
            new PciDeviceSpec(Nvme)
            {
                Address = PciAddress.Parse("0000:04:00.0"),
                Id = HardwareId.Parse("144d:a80a"),
                Class = PciClass.Nvme,
                IommuGroup = 18,
                Driver = "nvme",
            },
            new PciDeviceSpec(Modem)
            {
                Address = PciAddress.Parse("0000:08:00.0"),
                Id = HardwareId.Parse("8086:7560"),
                Class = PciClass.Parse("0d40"),
                IommuGroup = 19,
                Driver = "iosm",
            },
            new UsbDeviceSpec(Bluetooth, HardwareId.Parse("8087:0033")) { Port = "3-10" },
            new UsbDeviceSpec(UsbDevice, HardwareId.Parse("06cb:00fc")) { Port = "3-6" },
            new UsbDeviceSpec(IntegratedCamera, HardwareId.Parse("04f2:b7b6")) { Port = "3-8" },
        ],
        Inputs =
        [
            new InputDeviceSpec(InputKind.Keyboard, ["AT Translated Set 2 keyboard"]),
            new InputDeviceSpec(InputKind.Mouse, ["ELAN067C:00 04F3:31F9 Mouse"]),
            new InputDeviceSpec(InputKind.Mouse, ["TPPS/2 Elan TrackPoint"]),
            new InputDeviceSpec(InputKind.Touchpad, ["ELAN067C:00 04F3:31F9 Touchpad"]),
            new InputDeviceSpec(InputKind.Other, ["Lid Switch"]),
            new InputDeviceSpec(InputKind.Other, ["ThinkPad Extra Buttons"]),
        ],
        BootModules = ["nvme"],
        KernelModules = ["kvm_intel"],
        KernelArguments = ["intel_iommu=on"],
    };
}
