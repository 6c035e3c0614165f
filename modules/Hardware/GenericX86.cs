// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// A PC with an Intel processor, its integrated graphics and an Intel Wi-Fi card where Intel's chipsets have them. Ids are left
/// open, since they differ from one PC to the next; a definition for one machine should name them.
/// </summary>
public static class GenericX86
{
    public const string Wifi = "wifi";
    public const string Graphics = "graphics";

    /// <summary>Debian's package with the Wi-Fi card's firmware.</summary>
    public const string WifiFirmware = "firmware-iwlwifi";

    /// <summary>Debian's package with the firmware of the display engine and the graphics processor.</summary>
    public const string GraphicsFirmware = "firmware-intel-graphics";

    private const string Original = "github.com/tiiuae/ghaf ghaf-24.03: targets/generic-x86_64/flake-module.nix";

    public static HardwareSpec Machine { get; } = new("generic-x86_64")
    {
        Title = "Generic x86-64 computer",
        Sources = [Original, "github.com/tiiuae/ghaf ghaf-24.03: modules/common/hardware/x86_64-linux.nix"],
        Memory = 8.GiB,
        Cores = 4,
        Devices =
        [
            new PciDeviceSpec(Wifi)
            {
                Address = PciAddress.Parse("0000:00:14.3"),
                Class = PciClass.Network,
                Driver = "iwlwifi",
                Source = Original,
            },
            new PciDeviceSpec(Graphics)
            {
                Address = PciAddress.Parse("0000:00:02.0"),
                Class = PciClass.Vga,
                Driver = "i915",
                Source = "Ghaf documentation 24.03, Example Project",
            },
        ],
        KernelFragments = ["nvme", "sata", "usb-storage"],
        BootModules = ["nvme", "uas", "usb_storage", "sd_mod", "ahci", "xhci_pci"],
        KernelModules = ["kvm_intel", "kvm_amd"],
        KernelArguments = ["console=tty0", "intel_iommu=on", "iommu=pt"],
    };
}
