// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners;

namespace Ghaf.Images;

/// <summary>The partitions of a device's disk as definitions for systemd-repart.</summary>
internal static class Partitions
{
    private const long Mebibyte = 1 << 20;

    // An update may be larger than what it replaces, by a quarter; whole numbers keep the layout when the root grows a little.
    private const long SlotStep = 256 * Mebibyte;

    private const long LeastState = 64 * Mebibyte;

    /// <summary>The label of slot A, by which an initrd finds it.</summary>
    public static string RootLabel(DevicePlan plan) => $"{plan.Target}-a";

    /// <summary>Names of files and their texts.</summary>
    public static IEnumerable<(string Name, string Text)> Of(DevicePlan plan, VerityTable table)
    {
        var root = SlotFor(table.DataBytes);
        var tree = root / 100 / Mebibyte * Mebibyte;
        return
        [
            ("10-esp.conf", Partition("esp", "esp", 128 * Mebibyte, "Format=vfat", "CopyFiles=/esp:/")),
            ("20-root-a.conf", Partition(
                "root", RootLabel(plan), root, "CopyBlocks=/root-image/root.erofs", $"UUID={table.RootPartition}", "ReadOnly=yes")),
            ("21-root-a-verity.conf", Partition(
                "root-verity", RootLabel(plan) + "-verity", tree, "CopyBlocks=/verity/root.verity",
                $"UUID={table.TreePartition}", "ReadOnly=yes")),

            // systemd's tools take a partition of that name for a slot that is free.
            ("30-root-b.conf", Partition("root", "_empty", root, "ReadOnly=yes")),
            ("31-root-b-verity.conf", Partition("root-verity", "_empty", tree, "ReadOnly=yes")),
            ("40-state.conf", Partition("linux-generic", HostPaths.StateLabel, StateSize(plan))),
        ];
    }

    /// <summary>Room for all that the VMs keep, the file system's own tables and LUKS's header; in bytes.</summary>
    public static long StateSize(DevicePlan plan)
    {
        var volumes = plan.Vms.Sum(vm => vm.Volumes.Sum(volume => volume.Size.Bytes));
        return (volumes + (volumes / 16) + (LeastState - 1)) / LeastState * LeastState + LeastState;
    }

    private static string Partition(string type, string label, long size, params string[] more) => string.Join('\n',
    [
        "[Partition]", $"Type={type}", $"Label={label}", $"SizeMinBytes={size}", $"SizeMaxBytes={size}", .. more, "",
    ]);

    private static long SlotFor(long bytes) => (bytes + (bytes / 4) + SlotStep - 1) / SlotStep * SlotStep;
}
