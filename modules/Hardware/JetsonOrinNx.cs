// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// NVIDIA's module with 8 GB on a carrier board for developers. What is said of the kernel of <see cref="JetsonOrinAgx"/> holds
/// here too.
/// </summary>
public static class JetsonOrinNx
{
    public const string Ethernet = "ethernet";

    private const string Original = "github.com/tiiuae/ghaf ghaf-24.03: modules/jetpack-microvm/nx-netvm-ethernet-pci-passthrough.nix";
    private const string BoardTree = "Linux: arch/arm64/boot/dts/nvidia/tegra234-p3768-0000+p3767.dtsi";

    public static HardwareSpec Machine { get; } = new("nvidia-jetson-orin-nx")
    {
        Title = "NVIDIA Jetson Orin NX",
        Sources = [Original, BoardTree, "NVIDIA Jetson Orin NX Series Data Sheet: 8 GB module"],
        Architecture = "arm64",
        Memory = 8.GiB,
        Cores = 6,
        Disk = "/dev/nvme0n1",
        DeviceTree = "nvidia/tegra234-p3768-0000+p3767-0000.dtb",
        Devices =
        [
            new PciDeviceSpec(Ethernet)
            {
                Address = PciAddress.Parse("0008:01:00.0"),
                Id = HardwareId.Parse("10ec:8168"),
                Class = PciClass.Ethernet,
                Driver = "r8169",
                Source = Original,
            },
            new PlatformDeviceSpec("uarta", "3100000.serial") { Compatible = "nvidia,tegra194-hsuart", Source = BoardTree },
            new PlatformDeviceSpec("uarte", "3140000.serial") { Compatible = "nvidia,tegra194-hsuart", Source = BoardTree },
        ],

        // The board's device tree numbers them: serial1 and serial2.
        Uarts =
        [
            new UartSpec("uarta", "0x3100000", "ttyTHS1"),
            new UartSpec("uarte", "0x3140000", "ttyTHS2"),
            new UartSpec("uarti", "0x31d0000", "ttyAMA0"),
        ],
        BootModules = ["nvme"],
        KernelArguments = ["console=ttyTCU0,115200", "vfio_iommu_type1.allow_unsafe_interrupts=1"],
    };
}
