// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/sys/bus/platform/devices</c>: what a board's device tree describes.</summary>
internal static partial class PlatformScan
{
    private const string Devices = "/sys/bus/platform/devices";

    // Parts of the board's own works; the host could not do without them.
    private static readonly string[] Works = ["iommu", "pcie", "interrupt-controller", "dma-controller", "dma", "aconnect"];

    /// <summary>Those whose memory accesses the IOMMU confines.</summary>
    public static ImmutableArray<FoundDevice> Confined(MachineTree tree) =>
    [
        .. tree.Names(Devices).Select(path => Read(tree, path)).OfType<FoundDevice>(),
    ];

    private static FoundDevice? Read(MachineTree tree, string path)
    {
        // 3100000.serial: the address of its registers and what the device tree calls it.
        var parts = Name().Match(path);
        var folder = tree.RealPath($"{Devices}/{path}");
        if (!parts.Success || Works.Contains(parts.Groups[1].Value) || tree.LinkedName(folder + "/iommu_group") is null)
        {
            return null;
        }

        var kind = KebabCase.Of(parts.Groups[1].Value) is "serial" ? "uart" : KebabCase.Of(parts.Groups[1].Value);

        // The most exact one comes first.
        var compatible = tree.Read(folder + "/of_node/compatible")?.Split(' ')[0];
        var driver = DriverModule.Of(tree, folder);
        return new FoundDevice(kind, name => new PlatformDeviceSpec(name, path) { Compatible = compatible, Driver = driver });
    }

    [GeneratedRegex("^[0-9a-f]+\\.([a-z][a-z0-9-]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
