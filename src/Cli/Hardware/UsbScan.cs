// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/sys/bus/usb/devices</c>.</summary>
internal static class UsbScan
{
    private const string Devices = "/sys/bus/usb/devices";
    private const string Hub = "09";

    // bDeviceClass, subclass, protocol. Source: https://www.usb.org/defined-class-codes
    private const string Bluetooth = "e0 01 01";

    /// <summary>Those that the firmware says are built in.</summary>
    public static ImmutableArray<FoundDevice> BuiltIn(MachineTree tree) =>
    [
        // 3-8 is a device, 3-8:1.0 one of its interfaces, usb3 a root hub.
        .. tree.Names(Devices)
            .Where(name => char.IsAsciiDigit(name[0]) && !name.Contains(':', StringComparison.Ordinal))
            .Select(name => Read(tree, name, tree.RealPath($"{Devices}/{name}")))
            .OfType<FoundDevice>(),
    ];

    private static FoundDevice? Read(MachineTree tree, string port, string folder)
    {
        var (vendor, product) = (tree.ReadHex(folder + "/idVendor"), tree.ReadHex(folder + "/idProduct"));
        var code = tree.Read(folder + "/bDeviceClass");
        if (vendor is null || product is null || code == Hub || tree.Read(folder + "/removable") != "fixed")
        {
            return null;
        }

        var id = HardwareId.Parse($"{vendor:x4}:{product:x4}");
        var all = $"{code} {tree.Read(folder + "/bDeviceSubClass")} {tree.Read(folder + "/bDeviceProtocol")}";
        var kind = all == Bluetooth ? "bluetooth" : KebabCase.Of(tree.Read(folder + "/product") ?? "");
        return new FoundDevice(kind.Length > 0 ? kind : "usb-device", name => new UsbDeviceSpec(name, id) { Port = port });
    }
}
