// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/sys/block</c>.</summary>
internal static partial class DiskScan
{
    private const string Disks = "/sys/block";

    // In which order one would install on them.
    private static readonly string[] Best = ["nvme", "sd", "vd", "mmcblk"];

    /// <summary>The disks that are built in and have a size, the best first.</summary>
    public static ImmutableArray<FoundDisk> BuiltIn(MachineTree tree) =>
    [
        .. from name in tree.Names(Disks)
           let kind = Name().Match(name)
           where kind.Success
           let folder = Place(tree, name)
           where IsBuiltIn(tree, tree.RealPath($"{Disks}/{name}"), folder)
           orderby Array.IndexOf(Best, kind.Groups["kind"].Value), name
           select new FoundDisk($"/dev/{name}", folder, Modules(tree, folder)),
    ];

    private static bool IsBuiltIn(MachineTree tree, string folder, string place) =>
        tree.Read(folder + "/removable") == "0"
        && tree.Read(folder + "/size") is not (null or "0")
        && !place.Contains("/usb", StringComparison.Ordinal)

        // …/mmc0:0001/block/mmcblk0: a card of type SD can be taken out, an MMC is soldered.
        && tree.Read(MachineTree.ParentOf(MachineTree.ParentOf(place)) + "/type") != "SD";

    // A disk of several controllers is attached to none of them; the controller of the same number stands for it.
    private static string Place(MachineTree tree, string name)
    {
        var folder = tree.RealPath($"{Disks}/{name}");
        var controller = name[..(name.LastIndexOf('n') is > 0 and var at ? at : name.Length)];
        return folder.Contains("/virtual/nvme-subsystem/", StringComparison.Ordinal) && tree.Exists($"/sys/class/nvme/{controller}")
            ? tree.RealPath($"/sys/class/nvme/{controller}")
            : folder;
    }

    private static ImmutableArray<string> Modules(MachineTree tree, string folder)
    {
        var modules = new List<string>();
        for (; folder.Length > 0; folder = MachineTree.ParentOf(folder))
        {
            if (DriverModule.Of(tree, folder) is { } module)
            {
                modules.Insert(0, module);
            }
        }

        return [.. modules.Distinct()];
    }

    [GeneratedRegex("^((?<kind>nvme)[0-9]+n[0-9]+|(?<kind>[sv]d)[a-z]+|(?<kind>mmcblk)[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
