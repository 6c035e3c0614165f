// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A device that a VM asks for: one of the machine's by its name, or any by what the bus says of it.</summary>
public sealed record DeviceRequest
{
    private DeviceRequest(string text) => Text = text;

    internal string Text { get; }

    internal string? Name { get; private init; }

    internal PciAddress? Address { get; private init; }

    internal HardwareId? Id { get; private init; }

    internal PciClass? Class { get; private init; }

    internal DeviceBus? Bus { get; private init; }

    internal string? Path { get; private init; }

    public static implicit operator DeviceRequest(string name) => Named(name);

    public static DeviceRequest FromString(string name) => Named(name);

    /// <summary>A device of the machine's record, by the name it has there.</summary>
    public static DeviceRequest Named(string name) => new(name) { Name = name };

    /// <summary>The PCI function at this address, such as <c>0000:00:14.3</c>.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static DeviceRequest AtPci(string address) =>
        new($"pci {address}") { Bus = DeviceBus.Pci, Address = PciAddress.Parse(address) };

    /// <summary>The PCI function of this vendor and device, such as <c>8086:51f1</c>.</summary>
    /// <exception cref="FormatException">It is no pair of ids.</exception>
    public static DeviceRequest WithPciId(string id) =>
        new($"pci {id}") { Bus = DeviceBus.Pci, Id = HardwareId.Parse(id) };

    /// <summary>Every PCI function of this class that the machine has.</summary>
    public static DeviceRequest OfClass(PciClass pciClass) =>
        new($"pci class {pciClass}") { Bus = DeviceBus.Pci, Class = pciClass };

    /// <summary>The USB device of this vendor and product, such as <c>06cb:00fc</c>.</summary>
    /// <exception cref="FormatException">It is no pair of ids.</exception>
    public static DeviceRequest WithUsbId(string id) =>
        new($"usb {id}") { Bus = DeviceBus.Usb, Id = HardwareId.Parse(id) };

    /// <summary>The platform device with this name in <c>/sys/bus/platform/devices</c>, such as <c>3100000.serial</c>.</summary>
    public static DeviceRequest OnPlatform(string name) =>
        new($"platform {name}") { Bus = DeviceBus.Platform, Path = name };

    public override string ToString() => Text;
}
