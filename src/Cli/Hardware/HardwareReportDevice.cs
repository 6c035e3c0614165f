// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>A device in <see cref="HardwareReport"/>: what does not belong to its bus is left out.</summary>
internal sealed record HardwareReportDevice(string Name, DeviceBus Bus)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Class { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? IommuGroup { get; init; }

    /// <summary>Of a USB device: bus and port.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Port { get; init; }

    /// <summary>Of a platform device: its name in sysfs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Compatible { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Driver { get; init; }

    public static HardwareReportDevice Of(HardwareDeviceSpec device) => device switch
    {
        PciDeviceSpec pci => new(pci.Name, DeviceBus.Pci)
        {
            Address = pci.Address?.ToString(),
            Id = pci.Id?.ToString(),
            Class = pci.Class?.ToString(),
            IommuGroup = pci.IommuGroup,
            Driver = pci.Driver,
        },
        UsbDeviceSpec usb => new(usb.Name, DeviceBus.Usb) { Id = usb.Id.ToString(), Port = usb.Port, Driver = usb.Driver },
        PlatformDeviceSpec platform => new(platform.Name, DeviceBus.Platform)
        {
            Path = platform.Path,
            Compatible = platform.Compatible,
            Driver = platform.Driver,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, null),
    };
}
