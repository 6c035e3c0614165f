// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/sys/class/input</c>.</summary>
internal static class InputScan
{
    private const string Class = "/sys/class/input";
    private const string Usb = "0003";
    private const string Bluetooth = "0005";

    /// <summary>What is built in: nothing that is plugged in or comes by radio, no programs, no jacks of sound cards.</summary>
    public static ImmutableArray<InputDeviceSpec> BuiltIn(MachineTree tree) =>
    [
        .. tree.Names(Class)
            .Where(name => name.StartsWith("event", StringComparison.Ordinal))
            .Select(name => MachineTree.ParentOf(tree.RealPath($"{Class}/{name}")))
            .Where(folder => IsBuiltIn(tree, folder))
            .Select(folder => (Kind: InputCapabilities.Read(tree, folder).Kind, Name: tree.Read(folder + "/name")))
            .Where(input => input is { Kind: not null, Name: not null })
            .Distinct()
            .OrderBy(input => input.Kind)
            .ThenBy(input => input.Name, StringComparer.Ordinal)
            .Select(input => new InputDeviceSpec(input.Kind!.Value, [input.Name!])),
    ];

    private static bool IsBuiltIn(MachineTree tree, string folder) =>
        !folder.StartsWith("/sys/devices/virtual/", StringComparison.Ordinal)
        && !folder.Contains("/sound/", StringComparison.Ordinal)
        && tree.Read(folder + "/id/bustype") switch
        {
            Bluetooth => false,
            Usb => Removable(tree, folder) == "fixed",
            _ => true,
        };

    // Of the nearest device above that says it.
    private static string? Removable(MachineTree tree, string folder)
    {
        for (; folder.Length > 0; folder = MachineTree.ParentOf(folder))
        {
            if (tree.Read(folder + "/removable") is { } said)
            {
                return said;
            }
        }

        return null;
    }
}
