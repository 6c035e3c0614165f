// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A USB device that is built into a machine.</summary>
/// <param name="Id">Vendor and product.</param>
public sealed record UsbDeviceSpec(string Name, HardwareId Id) : HardwareDeviceSpec(Name)
{
    /// <summary>Bus and port as in sysfs, such as <c>3-8</c>. Default: wherever it is plugged in.</summary>
    public string? Port { get; init; }

    internal override DeviceBus Bus => DeviceBus.Usb;
}
