// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>NVIDIA Jetson AGX Orin Developer Kit.</summary>
public static class NvidiaJetsonAgxOrinDeveloperKit
{
    public const string Wifi = "wifi";
    public const string Host1x = "host1x";
    public const string Vic = "vic";
    public const string Nvdec = "nvdec";
    public const string Mmc = "mmc";
    public const string Hda = "hda";
    public const string Usb = "usb";
    public const string Ethernet = "ethernet";

    public static HardwareSpec Hardware { get; } = new("nvidia-jetson-agx-orin-developer-kit")
    {
        Title = "NVIDIA Jetson AGX Orin Developer Kit",
        Sources = ["ghaf hardware scan of NVIDIA Jetson AGX Orin Developer Kit"],
        Architecture = "arm64",
        Memory = 32.GiB,
        Cores = 12,
        Disk = "/dev/mmcblk0",
        Devices =
        [
            new PciDeviceSpec(Wifi)
            {
                Address = PciAddress.Parse("0001:01:00.0"),
                Id = HardwareId.Parse("10ec:c82f"),
                Class = PciClass.Network,
                IommuGroup = 9,
                Driver = "rtw88_8822ce",
            },
            new PlatformDeviceSpec(Host1x, "13e00000.host1x")
            {
                Compatible = "nvidia,tegra234-host1x",
                Driver = "host1x",
            },
            new PlatformDeviceSpec(Vic, "15340000.vic")
            {
                Compatible = "nvidia,tegra234-vic",
                Driver = "tegra_drm",
            },
            new PlatformDeviceSpec(Nvdec, "15480000.nvdec")
            {
                Compatible = "nvidia,tegra234-nvdec",
                Driver = "tegra_drm",
            },
            new PlatformDeviceSpec(Mmc, "3460000.mmc")
            {
                Compatible = "nvidia,tegra234-sdhci",
                Driver = "sdhci_tegra",
            },
            new PlatformDeviceSpec(Hda, "3510000.hda")
            {
                Compatible = "nvidia,tegra234-hda",
                Driver = "snd_hda_tegra",
            },
            new PlatformDeviceSpec(Usb, "3610000.usb")
            {
                Compatible = "nvidia,tegra234-xusb",
                Driver = "xhci_tegra",
            },
            new PlatformDeviceSpec(Ethernet, "6800000.ethernet")
            {
                Compatible = "nvidia,tegra234-mgbe",
                Driver = "dwmac_tegra",
            },
        ],
        Inputs =
        [
            new InputDeviceSpec(InputKind.Other, ["gpio-keys"]),
        ],
        Uarts =
        [
            new UartSpec("uart-1", "0x3100000", "ttyTHS1"),
            new UartSpec("uart-2", "0x31d0000", "ttyAMA0"),
        ],
        BootModules = ["sdhci_tegra", "mmc_block"],
    };
}
