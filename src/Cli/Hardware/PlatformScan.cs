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

    /// <summary>Those whose memory accesses the IOMMU confines, with what each is.</summary>
    public static ImmutableArray<(string Kind, PlatformDeviceSpec Spec)> Confined(MachineTree tree) =>
    [
        .. tree.Names(Devices).Select(name => Read(tree, name)).OfType<(string, PlatformDeviceSpec)>(),
    ];

    private static (string Kind, PlatformDeviceSpec Spec)? Read(MachineTree tree, string name)
    {
        // 3100000.serial: the address of its registers and what the device tree calls it.
        var parts = Name().Match(name);
        var folder = tree.RealPath($"{Devices}/{name}");
        if (!parts.Success || Works.Contains(parts.Groups[1].Value) || tree.LinkedName(folder + "/iommu_group") is null)
        {
            return null;
        }

        var kind = KebabCase.Of(parts.Groups[1].Value) is "serial" ? "uart" : KebabCase.Of(parts.Groups[1].Value);
        return (kind, new PlatformDeviceSpec(kind, name)
        {
            // The most exact one comes first.
            Compatible = tree.Read(folder + "/of_node/compatible")?.Split(' ')[0],
            Driver = DriverModule.Of(tree, folder),
        });
    }

    [GeneratedRegex("^[0-9a-f]+\\.([a-z][a-z0-9-]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
