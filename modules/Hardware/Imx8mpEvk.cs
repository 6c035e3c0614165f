// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>NXP's i.MX 8M Plus Evaluation Kit. It has no IOMMU, so nothing of it can be passed through to a VM.</summary>
public static class Imx8mpEvk
{
    private const string BoardTree = "Linux: arch/arm64/boot/dts/freescale/imx8mp-evk.dts";

    public static HardwareSpec Machine { get; } = new("imx8mp-evk")
    {
        Title = "NXP i.MX 8M Plus Evaluation Kit",
        Sources = [BoardTree, "github.com/tiiuae/ghaf 9a37dc8c2: targets/imx8mp-evk/flake-module.nix"],
        Architecture = "arm64",
        Memory = 6.GiB,
        Cores = 4,
        Disk = "/dev/mmcblk1",
        DeviceTree = "freescale/imx8mp-evk.dtb",
        Uarts = [new UartSpec("uart2", "0x30890000", "ttymxc1")],
        BootModules = ["sdhci_esdhc_imx"],
        KernelArguments = ["console=ttymxc1,115200"],
    };
}
