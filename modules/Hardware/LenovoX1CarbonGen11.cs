// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// The laptop in its smallest configuration that the documented VMs fit in. Which camera and touchpad are built in depends
/// on the country it was bought in.
/// </summary>
public static class LenovoX1CarbonGen11
{
    public const string Wifi = "wifi";
    public const string Graphics = "graphics";
    public const string Audio = "audio";
    public const string Fingerprint = "fingerprint";

    /// <summary>Debian's package with the Wi-Fi card's firmware.</summary>
    public const string WifiFirmware = "firmware-iwlwifi";

    /// <summary>Debian's package with the firmware of the display engine and the graphics processor.</summary>
    public const string GraphicsFirmware = "firmware-intel-graphics";

    /// <summary>Debian's package with the firmware of the sound processor.</summary>
    public const string AudioFirmware = "firmware-sof-signed";

    private const string Original = "github.com/tiiuae/ghaf ghaf-26.07.1: modules/reference/hardware/lenovo-x1/definitions/x1-gen11.nix";
    private const string KnownUsb = "github.com/tiiuae/ghaf ghaf-26.07.1: modules/reference/passthrough/known-devices.nix";

    /// <summary>The sound card and the functions that share its IOMMU group: they go to one VM, or none does.</summary>
    public static ImmutableArray<string> AudioGroup { get; } = ["isa-bridge", Audio, "smbus", "spi"];

    /// <summary>The cameras of the builds that are known.</summary>
    public static ImmutableArray<string> Cameras { get; } = ["camera-chicony", "camera-bison", "camera-luxvisions"];

    public static HardwareSpec Machine { get; } = new("lenovo-x1-carbon-gen11")
    {
        Title = "Lenovo ThinkPad X1 Carbon Gen 11",
        Sources =
        [
            Original,
            "Ghaf documentation 24.03, Troubleshooting for Lenovo X1 Laptop",
            "github.com/tiiuae/ghaf ghaf-24.03: modules/common/hardware/lenovo-x1/definitions/x1-gen11.nix",
            "Ars Technica, review of the ThinkPad X1 Carbon Gen 11: Core i7-1355U, 2 + 8 cores, 16 GB",
        ],
        Memory = 16.GiB,
        Cores = 10,
        Disk = "/dev/nvme0n1",
        Devices =
        [
            new PciDeviceSpec(Wifi)
            {
                Address = PciAddress.Parse("0000:00:14.3"),
                Id = HardwareId.Parse("8086:51f1"),
                Class = PciClass.Network,
                Driver = "iwlwifi",
                Source = Original,
            },
            new PciDeviceSpec(Graphics)
            {
                Address = PciAddress.Parse("0000:00:02.0"),
                Id = HardwareId.Parse("8086:a7a1"),
                Class = PciClass.Vga,
                Driver = "i915",
                Source = Original,
            },
            new PciDeviceSpec("isa-bridge")
            {
                Address = PciAddress.Parse("0000:00:1f.0"),
                Id = HardwareId.Parse("8086:519d"),
                Class = PciClass.Parse("0601"),
                IommuGroup = 14,
                Source = Original,
            },
            new PciDeviceSpec(Audio)
            {
                Address = PciAddress.Parse("0000:00:1f.3"),
                Id = HardwareId.Parse("8086:51ca"),
                Driver = "snd_sof_pci_intel_tgl",
                IommuGroup = 14,
                Source = Original,
            },
            new PciDeviceSpec("smbus")
            {
                Address = PciAddress.Parse("0000:00:1f.4"),
                Id = HardwareId.Parse("8086:51a3"),
                Class = PciClass.Parse("0c05"),
                IommuGroup = 14,
                Source = Original,
            },
            new PciDeviceSpec("spi")
            {
                Address = PciAddress.Parse("0000:00:1f.5"),
                Id = HardwareId.Parse("8086:51a4"),
                Class = PciClass.Parse("0c80"),
                IommuGroup = 14,
                Source = Original,
            },
            new UsbDeviceSpec("camera-chicony", HardwareId.Parse("04f2:b751")) { Port = "3-8", Driver = "uvcvideo", Source = KnownUsb },
            new UsbDeviceSpec("camera-bison", HardwareId.Parse("5986:2145")) { Port = "3-8", Driver = "uvcvideo", Source = KnownUsb },
            new UsbDeviceSpec("camera-luxvisions", HardwareId.Parse("30c9:0052")) { Port = "3-8", Driver = "uvcvideo", Source = KnownUsb },
            new UsbDeviceSpec(Fingerprint, HardwareId.Parse("06cb:00fc")) { Port = "3-6", Source = KnownUsb },
        ],
        Inputs =
        [
            new InputDeviceSpec(InputKind.Keyboard, ["AT Translated Set 2 keyboard"]),
            new InputDeviceSpec(InputKind.Mouse, ["TPPS/2 Elan TrackPoint"]),
            new InputDeviceSpec(InputKind.Mouse,
            [
                "ELAN067C:00 04F3:31F9 Mouse",
                "SYNA8016:00 06CB:CEB3 Mouse",
                "ELAN067B:00 04F3:31F8 Mouse",
            ]),
            new InputDeviceSpec(InputKind.Touchpad,
            [
                "ELAN067C:00 04F3:31F9 Touchpad",
                "SYNA8016:00 06CB:CEB3 Touchpad",
                "ELAN067B:00 04F3:31F8 Touchpad",
            ]),
            new InputDeviceSpec(InputKind.Other, ["ThinkPad Extra Buttons"]),
        ],
        KernelFragments = ["nvme", "usb-storage"],
        BootModules = ["nvme", "uas", "usb_storage", "sd_mod", "xhci_pci"],
        KernelModules = ["kvm_intel"],
        KernelArguments =
        [
            "console=tty0",
            "intel_iommu=on",
            "iommu=pt",
            "acpi_backlight=vendor",
            "acpi_osi=linux",

            // The host must not touch what VMs own.
            "module_blacklist=i915,xe,snd_pcm,bluetooth,btusb",
        ],
    };
}
