// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Describes a machine from what its kernel says of it.</summary>
internal static class ScanMachine
{
    /// <param name="source">The machine, or a record of it.</param>
    /// <param name="name">What to call it; null for its own name.</param>
    /// <param name="place">Where the tree is, for people.</param>
    /// <exception cref="MachineUnreadableException">There is no machine there.</exception>
    public static ScannedMachine Run(ITreeSource source, string? name, string place)
    {
        var tree = new MachineTree(source);
        var identity = MachineIdentity.Read(tree);
        var processor = ProcessorScan.Read(tree);
        var memory = MemoryScan.Installed(tree);
        if (processor.Architecture is null || memory is null)
        {
            throw new MachineUnreadableException(place);
        }

        var iommu = IommuScan.Read(tree);
        var pci = PciScan.All(tree);
        var disks = DiskScan.BuiltIn(tree);
        var hardware = new HardwareSpec(name ?? identity.Name)
        {
            Title = identity.Title,
            Sources = [$"ghaf hardware scan of {identity.Source}"],
            Architecture = processor.Architecture,
            Memory = memory.Value,
            Cores = processor.Cores,
            Disk = disks.FirstOrDefault()?.Device,
            Devices = Devices(tree, pci),
            Inputs = InputScan.BuiltIn(tree),
            Uarts = UartScan.All(tree),
            BootModules = disks.FirstOrDefault()?.Modules ?? [],
            KernelModules = processor.KernelModules,
            KernelArguments = iommu.KernelArguments,
        };
        return new ScannedMachine(hardware, FindWarnings.Of(new ScanFindings(tree, hardware, processor, iommu, pci, disks)));
    }

    private static ImmutableArray<HardwareDeviceSpec> Devices(MachineTree tree, ImmutableArray<PciFunction> functions)
    {
        FoundDevice[] found =
            [.. PciScan.WorthPassing(functions).Select(PciScan.ToDevice), .. UsbScan.BuiltIn(tree), .. PlatformScan.Confined(tree)];
        return [.. found.Zip(NameDevices.Of([.. found.Select(device => device.Kind)]), (device, name) => device.Named(name))];
    }
}
