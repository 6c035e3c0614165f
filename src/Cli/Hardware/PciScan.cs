// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Globalization;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/sys/bus/pci/devices</c>.</summary>
internal static class PciScan
{
    private const string Devices = "/sys/bus/pci/devices";

    /// <summary>All functions that are built in, in the order of their addresses.</summary>
    public static ImmutableArray<PciFunction> All(MachineTree tree) =>
        [.. tree.Names(Devices).Select(name => Read(tree, name)).OfType<PciFunction>()];

    /// <summary>
    /// Those that are worth to be handed to a VM, and whatever else is in their IOMMU groups: a group goes to one VM as a whole.
    /// </summary>
    public static ImmutableArray<PciFunction> WorthPassing(ImmutableArray<PciFunction> all)
    {
        var groups = all.Where(f => f.Kind.Use is not null && f.Group is not null).Select(f => f.Group).ToHashSet();
        return [.. all.Where(f => !f.IsBridge && (f.Kind.Use is not null || (f.Group is not null && groups.Contains(f.Group))))];
    }

    public static FoundDevice ToDevice(PciFunction function) => new(function.Kind.Name, name => new PciDeviceSpec(name)
    {
        Address = function.Address,
        Id = function.Id,
        Class = function.Class,
        IommuGroup = function.Group,
        Driver = function.Module,
    });

    private static PciFunction? Read(MachineTree tree, string name)
    {
        var folder = tree.RealPath($"{Devices}/{name}");
        var (vendor, device, code) = (tree.ReadHex(folder + "/vendor"), tree.ReadHex(folder + "/device"), tree.ReadHex(folder + "/class"));

        // In a dock: it is not there the next time.
        if (vendor is null || device is null || code is null || tree.Read(folder + "/removable") == "removable")
        {
            return null;
        }

        var group = tree.LinkedName(folder + "/iommu_group");
        return new PciFunction(
            PciAddress.Parse(name),
            HardwareId.Parse($"{vendor:x4}:{device:x4}"),
            PciClass.Parse($"{code >> 8:x4}"),
            (int)(code.Value & 0xff),
            DriverModule.Of(tree, folder),
            int.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            DriverModule.IsHidden(tree, folder),
            folder);
    }
}
