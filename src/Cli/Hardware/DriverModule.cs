// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>The kernel module that drives a device.</summary>
internal static class DriverModule
{
    /// <summary>Drivers that only keep a device for a VM.</summary>
    private static readonly string[] Placeholders = ["vfio-pci", "vfio-platform", "pci-stub"];

    // Debian's modules for drivers that some kernels have built in, and which then name no module.
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["ahci"] = "ahci",
        ["e1000e"] = "e1000e",
        ["mmcblk"] = "mmc_block",
        ["nvme"] = "nvme",
        ["sd"] = "sd_mod",
        ["virtio-pci"] = "virtio_pci",
        ["virtio_blk"] = "virtio_blk",
        ["vmd"] = "vmd",
        ["xhci_hcd"] = "xhci_pci",
    };

    /// <param name="device">Its folder in sysfs.</param>
    /// <returns>Null if it has no driver, a placeholder, or one that is no module.</returns>
    public static string? Of(MachineTree tree, string device) =>
        tree.LinkedName(device + "/driver") is { } driver && !Placeholders.Contains(driver)
            ? tree.LinkedName(device + "/driver/module") ?? BuiltIn.GetValueOrDefault(driver)
            : null;

    /// <summary>Whether the device is kept for a VM at the moment, so that its own driver cannot be seen.</summary>
    public static bool IsHidden(MachineTree tree, string device) => Placeholders.Contains(tree.LinkedName(device + "/driver"));
}
