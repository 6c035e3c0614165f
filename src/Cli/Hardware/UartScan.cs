// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads the serial ports in <c>/sys/class/tty</c>. Most of what the kernel says of them is for root only.</summary>
internal static class UartScan
{
    private const string Class = "/sys/class/tty";

    // Where PCs have had them since the first one.
    private static readonly Dictionary<long, string> Ports = new()
    {
        [0x3f8] = "com1",
        [0x2f8] = "com2",
        [0x3e8] = "com3",
        [0x2e8] = "com4",
    };

    public static ImmutableArray<UartSpec> All(MachineTree tree)
    {
        var found = tree.Names(Class).Select(tty => (Tty: tty, Address: AddressOf(tree, tree.RealPath($"{Class}/{tty}"))))
            .Where(uart => uart.Address is not null)
            .OrderBy(uart => uart.Address)
            .ToArray();
        var names = NameDevices.Of([.. found.Select(uart => Ports.GetValueOrDefault(uart.Address!.Value, "uart"))]);
        return [.. found.Zip(names, (uart, name) => new UartSpec(name, $"0x{uart.Address:x}", uart.Tty))];
    }

    /// <summary>Whether there are ports of which we may not read what they are.</summary>
    public static bool AreHidden(MachineTree tree) => tree.Names(Class)
        .Select(tty => tree.RealPath($"{Class}/{tty}"))
        .Any(folder => tree.Exists(folder + "/type") && tree.Read(folder + "/type") is null);

    // The type is 0 where the driver has a name for a port that is not there. Registers lie in memory or in the ports of a PC.
    private static long? AddressOf(MachineTree tree, string folder) =>
        tree.Read(folder + "/type") is null or "0" ? null
        : tree.ReadHex(folder + "/iomem_base") is > 0 and var memory ? memory
        : tree.ReadHex(folder + "/port") is > 0 and var port ? port
        : null;
}
