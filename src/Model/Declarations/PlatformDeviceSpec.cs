// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A device that is described by the device tree or ACPI and sits on no bus that can be searched.</summary>
/// <param name="Path">Its name in <c>/sys/bus/platform/devices</c>, such as <c>3100000.serial</c>.</param>
public sealed record PlatformDeviceSpec(string Name, string Path) : HardwareDeviceSpec(Name)
{
    /// <summary>The device tree's <c>compatible</c>. Default: not known.</summary>
    public string? Compatible { get; init; }

    internal override DeviceBus Bus => DeviceBus.Platform;
}
