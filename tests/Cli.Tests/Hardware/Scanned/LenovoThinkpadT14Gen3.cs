// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>LENOVO ThinkPad T14 Gen 3.</summary>
public static class LenovoThinkpadT14Gen3
{
    public const string Ethernet = "ethernet";
    public const string Wifi = "wifi";
    public const string Nvme = "nvme";
    public const string Graphics = "graphics";
    public const string Audio1 = "audio-1";
    public const string UsbController1 = "usb-controller-1";
    public const string UsbController2 = "usb-controller-2";
    public const string Audio2 = "audio-2";
    public const string Audio3 = "audio-3";
    public const string UsbController3 = "usb-controller-3";
    public const string UsbController4 = "usb-controller-4";
    public const string UsbController5 = "usb-controller-5";
    public const string Bluetooth = "bluetooth";
    public const string IntegratedCamera = "integrated-camera";

    public static HardwareSpec Hardware { get; } = new("lenovo-thinkpad-t14-gen-3")
    {
        Title = "LENOVO ThinkPad T14 Gen 3",
        Sources = ["ghaf hardware scan of LENOVO, 21CFCTO1WW, ThinkPad T14 Gen 3"],
        Memory = 32.GiB,
        Cores = 8,
        Disk = "/dev/nvme0n1",
        Devices =
        [
            new PciDeviceSpec(Ethernet)
            {
                Address = PciAddress.Parse("0000:01:00.0"),
                Id = HardwareId.Parse("10ec:8168"),
                Class = PciClass.Ethernet,
                IommuGroup = 12,
                Driver = "r8169",
            },
            new PciDeviceSpec(Wifi)
            {
                Address = PciAddress.Parse("0000:02:00.0"),
                Id = HardwareId.Parse("17cb:1103"),
                Class = PciClass.Network,
                IommuGroup = 13,
                Driver = "ath11k_pci",
            },
            new PciDeviceSpec(Nvme)
            {
                Address = PciAddress.Parse("0000:03:00.0"),
                Id = HardwareId.Parse("1c5c:174a"),
                Class = PciClass.Nvme,
                IommuGroup = 14,
                Driver = "nvme",
            },
            new PciDeviceSpec(Graphics)
            {
                Address = PciAddress.Parse("0000:04:00.0"),
                Id = HardwareId.Parse("1002:1681"),
                Class = PciClass.Vga,
                IommuGroup = 15,
                Driver = "amdgpu",
            },
            new PciDeviceSpec(Audio1)
            {
                Address = PciAddress.Parse("0000:04:00.1"),
                Id = HardwareId.Parse("1002:1640"),
                Class = PciClass.Audio,
                IommuGroup = 16,
                Driver = "snd_hda_intel",
            },
            new PciDeviceSpec(UsbController1)
            {
                Address = PciAddress.Parse("0000:04:00.3"),
                Id = HardwareId.Parse("1022:161d"),
                Class = PciClass.Usb,
                IommuGroup = 18,
                Driver = "xhci_pci",
            },
            new PciDeviceSpec(UsbController2)
            {
                Address = PciAddress.Parse("0000:04:00.4"),
                Id = HardwareId.Parse("1022:161e"),
                Class = PciClass.Usb,
                IommuGroup = 19,
                Driver = "xhci_pci",
            },
            new PciDeviceSpec(Audio2)
            {
                Address = PciAddress.Parse("0000:04:00.5"),
                Id = HardwareId.Parse("1022:15e2"),
                Class = PciClass.Parse("0480"),
                IommuGroup = 20,
                Driver = "snd_pci_acp6x",
            },
            new PciDeviceSpec(Audio3)
            {
                Address = PciAddress.Parse("0000:04:00.6"),
                Id = HardwareId.Parse("1022:15e3"),
                Class = PciClass.Audio,
                IommuGroup = 21,
                Driver = "snd_hda_intel",
            },
            new PciDeviceSpec(UsbController3)
            {
                Address = PciAddress.Parse("0000:05:00.0"),
                Id = HardwareId.Parse("1022:161f"),
                Class = PciClass.Usb,
                IommuGroup = 22,
                Driver = "xhci_pci",
            },
            new PciDeviceSpec(UsbController4)
            {
                Address = PciAddress.Parse("0000:05:00.3"),
                Id = HardwareId.Parse("1022:15d6"),
                Class = PciClass.Usb,
                IommuGroup = 23,
                Driver = "xhci_pci",
            },
            new PciDeviceSpec(UsbController5)
            {
                Address = PciAddress.Parse("0000:05:00.4"),
                Id = HardwareId.Parse("1022:15d7"),
                Class = PciClass.Usb,
                IommuGroup = 24,
                Driver = "xhci_pci",
            },
            new UsbDeviceSpec(Bluetooth, HardwareId.Parse("10ab:9309")) { Port = "1-4" },
            new UsbDeviceSpec(IntegratedCamera, HardwareId.Parse("04f2:b74e")) { Port = "5-1" },
        ],
        Inputs =
        [
            new InputDeviceSpec(InputKind.Keyboard, ["AT Translated Set 2 keyboard"]),
            new InputDeviceSpec(InputKind.Mouse, ["ELAN0676:00 04F3:3195 Mouse"]),
            new InputDeviceSpec(InputKind.Mouse, ["TPPS/2 Elan TrackPoint"]),
            new InputDeviceSpec(InputKind.Touchpad, ["ELAN0676:00 04F3:3195 Touchpad"]),
            new InputDeviceSpec(InputKind.Other, ["Lid Switch"]),
            new InputDeviceSpec(InputKind.Other, ["ThinkPad Extra Buttons"]),
        ],
        BootModules = ["nvme"],
        KernelModules = ["kvm_amd"],
        KernelArguments = ["amd_iommu=on"],
    };
}
