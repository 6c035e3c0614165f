// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// NVIDIA's developer kit with the smaller of its two modules. Debian's kernel has neither this board's device tree nor its PCI
/// Express driver: the board needs a kernel with CONFIG_ARCH_TEGRA_234_SOC, and no Debian package has one.
/// </summary>
public static class JetsonOrinAgx
{
    public const string Wifi = "wifi";

    /// <summary>Debian's package with the Wi-Fi card's firmware.</summary>
    public const string WifiFirmware = "firmware-realtek";

    /// <summary>The driver of the Wi-Fi card, an RTL8822CE.</summary>
    public const string WifiModule = "rtw88_8822ce";

    private const string UartTable = "Ghaf documentation 24.03, NVIDIA Jetson AGX Orin: UART Passthrough";
    private const string PciPage = "Ghaf documentation 24.03, NVIDIA Jetson AGX Orin: PCIe passthrough";

    public static HardwareSpec Machine { get; } = new("nvidia-jetson-orin-agx")
    {
        Title = "NVIDIA Jetson AGX Orin Developer Kit",
        Sources =
        [
            PciPage,
            UartTable,
            "github.com/tiiuae/ghaf ghaf-24.03: modules/jetpack-microvm/agx-netvm-wlan-pci-passthrough.nix",
            "Linux: arch/arm64/boot/dts/nvidia/tegra234-p3737-0000+p3701-0000.dts",
            "NVIDIA Jetson AGX Orin Series Data Sheet: 32 GB module",
        ],
        Architecture = "arm64",
        Memory = 32.GiB,
        Cores = 8,
        Disk = "/dev/mmcblk0",
        DeviceTree = "nvidia/tegra234-p3737-0000+p3701-0000.dtb",
        Devices =
        [
            // The M.2 slot with key E.
            new PciDeviceSpec(Wifi)
            {
                Address = PciAddress.Parse("0001:01:00.0"),
                Id = HardwareId.Parse("10ec:c82f"),
                Class = PciClass.Network,
                Source = "github.com/tiiuae/ghaf ghaf-24.03: modules/jetpack-microvm/agx-netvm-wlan-pci-passthrough.nix",
            },
            new PlatformDeviceSpec("ethernet", "6800000.ethernet")
            {
                Compatible = "nvidia,tegra234-mgbe",
                Driver = "dwmac-tegra",
                Source = "github.com/tiiuae/ghaf 9a37dc8c2: modules/reference/hardware/jetpack/nvidia-jetson-orin/virtualization/passthrough/mgbe0-net-vm",
            },
            new PlatformDeviceSpec("uarta", "3100000.serial") { Compatible = "nvidia,tegra194-hsuart", Source = UartTable },
            new PlatformDeviceSpec("uartb", "3110000.serial") { Compatible = "nvidia,tegra194-hsuart", Source = UartTable },
            new PlatformDeviceSpec("uartd", "3130000.serial") { Compatible = "nvidia,tegra194-hsuart", Source = UartTable },
            new PlatformDeviceSpec("uarti", "31d0000.serial") { Compatible = "arm,sbsa-uart", Source = UartTable },
        ],

        // uartb leads to the M.2 slot with key E, uartd to the camera connector; Linux' device tree leaves both off.
        Uarts =
        [
            new UartSpec("uarta", "0x3100000", "ttyTHS0") { Connector = "40-pin header, 3.3 V" },
            new UartSpec("uartc", "0xc280000", "ttyTCU0") { Connector = "USB debug port, ttyACM0 of the other computer" },
            new UartSpec("uarti", "0x31d0000", "ttyAMA0") { Connector = "USB debug port, ttyACM1 of the other computer" },
        ],
        BootModules = ["nvme", "sdhci_tegra"],
        KernelArguments =
        [
            "console=ttyTCU0,115200",

            // The board cannot remap interrupts, without which VFIO asks to be told that this is accepted.
            "vfio_iommu_type1.allow_unsafe_interrupts=1",
        ],
    };
}
