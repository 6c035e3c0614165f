// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Qemu;

/// <summary>Devices of the machine as QEMU's arguments.</summary>
internal static class QemuPassthrough
{
    public static IEnumerable<string> Of(VmPlan vm) =>
    [
        .. vm.Devices.Any(device => device.Bus == DeviceBus.Usb) ? (string[])["-device", "qemu-xhci,id=usb"] : [],
        .. vm.Devices.Select(Value).OfType<string>().SelectMany(value => (string[])["-device", value]),
    ];

    private static string? Value(PassthroughPlan device) => device.Bus switch
    {
        DeviceBus.Pci when device.Address is { } address => $"vfio-pci,host={address},romfile=",
        DeviceBus.Usb => $"usb-host,bus=usb.0,{UsbOf(device)}",
        DeviceBus.Platform => $"vfio-platform,host={device.Path}",
        _ => null,
    };

    // The port and the id: a stranger in the same socket is not handed over.
    private static string UsbOf(PassthroughPlan device) => string.Join(',', (string[])
    [
        .. device.Path is { } path && path.Split('-', 2) is [var bus, var port] ? (string[])[$"hostbus={bus}", $"hostport={port}"] : [],
        .. device.Id?.ToString().Split(':') is [var vendor, var product] ? (string[])[$"vendorid=0x{vendor}", $"productid=0x{product}"] : [],
    ]);
}
