// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>
/// NXP's Multisensory Enablement Kit. Its Ethernet is no PCI device: it is passed through with the clock controller and the
/// mailbox that it needs, of which the documentation says that no packets come through yet.
/// </summary>
public static class Imx8qmMek
{
    public const string Ethernet = "ethernet";

    private const string Page = "Ghaf documentation 24.03, i.MX 8QM Ethernet Passthrough";

    /// <summary>What the Ethernet controller does not work without.</summary>
    public static ImmutableArray<string> EthernetNeeds { get; } = ["clock-controller", "mailbox"];

    public static HardwareSpec Machine { get; } = new("imx8qm-mek")
    {
        Title = "NXP i.MX 8QuadMax Multisensory Enablement Kit",
        Sources =
        [
            Page,
            "U-Boot: include/configs/imx8qm_mek.h",
            "Linux: arch/arm64/boot/dts/freescale/imx8qm-mek.dts",
        ],
        Architecture = "arm64",
        Memory = 6.GiB,

        // Linux' device tree leaves out the two A72.
        Cores = 4,
        Disk = "/dev/mmcblk1",
        DeviceTree = "freescale/imx8qm-mek.dtb",
        Devices =
        [
            new PlatformDeviceSpec(Ethernet, "5b040000.ethernet") { Compatible = "fsl,imx8qm-fec", Driver = "fec", Source = Page },
            new PlatformDeviceSpec("clock-controller", "5b230000.clock-controller") { Compatible = "fsl,imx8qxp-lpcg", Source = Page },
            new PlatformDeviceSpec("mailbox", "5d1d0000.mailbox") { Compatible = "fsl,imx8-mu-scu", Source = Page },
        ],
        Uarts = [new UartSpec("lpuart0", "0x5a060000", "ttyLP0")],
        BootModules = ["sdhci_esdhc_imx"],
        KernelArguments = ["console=ttyLP0,115200", "iommu.passthrough=1"],
    };
}
