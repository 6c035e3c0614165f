// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What a VM asks for, found in the machine's record.</summary>
internal static class ResolveDevices
{
    /// <summary>
    /// The devices that a request means. One by address, id or platform name that the record does not know is taken as it
    /// is asked for: the owner of a machine knows more than we do.
    /// </summary>
    /// <returns>Empty when a name or class is not in the record.</returns>
    public static ImmutableArray<PassthroughPlan> Of(HardwareSpec hardware, DeviceRequest request)
    {
        var found = hardware.Devices.Where(device => Means(request, device)).Select(Plan).ToImmutableArray();
        return !found.IsEmpty || request.Name is not null || request.Class is not null ? found : [AsAsked(request)];
    }

    /// <summary>Of all of a VM's requests, each device once.</summary>
    public static ImmutableArray<PassthroughPlan> Of(HardwareSpec hardware, ComposedVm vm) =>
        [.. vm.Devices.SelectMany(request => Of(hardware, request)).DistinctBy(device => device.Name)];

    private static bool Means(DeviceRequest request, HardwareDeviceSpec device) =>
        request.Name is not null
            ? device.Name == request.Name
            : device.Bus == request.Bus && device switch
            {
                PciDeviceSpec pci => (request.Address is not null && pci.Address == request.Address)
                    || (request.Id is not null && pci.Id == request.Id)
                    || (request.Class is not null && pci.Class == request.Class),
                UsbDeviceSpec usb => usb.Id == request.Id,
                PlatformDeviceSpec platform => platform.Path == request.Path,
                _ => false,
            };

    private static PassthroughPlan Plan(HardwareDeviceSpec device) => device switch
    {
        PciDeviceSpec pci => new PassthroughPlan(pci.Name, DeviceBus.Pci)
        {
            Address = pci.Address,
            Id = pci.Id,
            Class = pci.Class,
            Driver = pci.Driver,
        },
        UsbDeviceSpec usb => new PassthroughPlan(usb.Name, DeviceBus.Usb) { Id = usb.Id, Path = usb.Port, Driver = usb.Driver },
        PlatformDeviceSpec platform => new PassthroughPlan(platform.Name, DeviceBus.Platform)
        {
            Path = platform.Path,
            Driver = platform.Driver,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, null),
    };

    private static PassthroughPlan AsAsked(DeviceRequest request) => new(request.Text, request.Bus!.Value)
    {
        Address = request.Address,
        Id = request.Id,
        Path = request.Path,
    };
}
