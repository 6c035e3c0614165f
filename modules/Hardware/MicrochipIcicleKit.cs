// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Hardware;

/// <summary>Microchip's PolarFire SoC kit. Its processor has no hypervisor extension: it runs no VMs.</summary>
public static class MicrochipIcicleKit
{
    private const string BoardTree = "Linux: arch/riscv/boot/dts/microchip/mpfs-icicle-kit.dts";

    public static HardwareSpec Machine { get; } = new("microchip-icicle-kit")
    {
        Title = "Microchip PolarFire SoC Icicle Kit",
        Sources =
        [
            BoardTree,
            "Linux: arch/riscv/boot/dts/microchip/mpfs.dtsi",
            "github.com/tiiuae/ghaf ghaf-24.03: targets/microchip-icicle-kit/flake-module.nix",
        ],
        Architecture = "riscv64",
        Memory = 2.GiB,

        // Four U54; the fifth core, an E51, is the monitor's.
        Cores = 4,
        Disk = "/dev/mmcblk0",
        DeviceTree = "microchip/mpfs-icicle-kit.dtb",
        Uarts = [new UartSpec("mmuart1", "0x20100000", "ttyS1")],
        BootModules = ["mmc_block", "sdhci_cadence"],
        KernelModules = ["macb"],
        KernelArguments = ["console=ttyS1,115200", "rootdelay=5"],
    };
}
