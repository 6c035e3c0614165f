// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Every mistake that sealing looks for. <c>docs/reference/diagnostics.md</c> has an entry for each.</summary>
public static class DiagnosticRules
{
    public static readonly DiagnosticRule VmNameInvalid = new("GHAF001",
        "A VM's name cannot be used as a hostname, unit and user name.",
        $"use lower-case letters, digits and single hyphens, a letter first, at most {VmName.MaximumLength} characters");

    public static readonly DiagnosticRule VmNameTaken = new("GHAF002",
        "Two VMs have the same name.",
        "rename one of them");

    public static readonly DiagnosticRule MemoryExceedsHardware = new("GHAF003",
        "The host and the VMs together need more memory than the hardware has.",
        "give the VMs less memory, or choose hardware with more");

    public static readonly DiagnosticRule DeviceUnknown = new("GHAF004",
        "A VM asks for a device that the hardware does not have.",
        "use the name of one of the hardware's devices");

    public static readonly DiagnosticRule DeviceTaken = new("GHAF005",
        "Two VMs ask for the same device.",
        "leave the device to one of them");

    public static readonly DiagnosticRule GatewayInvalid = new("GHAF006",
        "A VM's gateway is not a VM of this device that has an uplink.",
        "name a VM with an Uplink as the Gateway, or leave Gateway out for a VM without a route");

    public static readonly DiagnosticRule ProfileUnknown = new("GHAF007",
        "The device has no such profile.",
        "use one of the device's profiles");

    public static readonly DiagnosticRule VmSizeInvalid = new("GHAF008",
        "A VM's memory or cores cannot work on this hardware.",
        "give it at least 64 MiB and one core, and no more cores than the hardware has");

    public static readonly DiagnosticRule PackageNameInvalid = new("GHAF009",
        "A package name is not a Debian package name.",
        "use the name as in Debian's index: lower-case letters, digits, plus, minus and dots");

    public static readonly DiagnosticRule FilePathInvalid = new("GHAF010",
        "A file's path is not absolute and plain.",
        "start the path with / and leave out . and .. and doubled or final slashes");

    public static readonly DiagnosticRule FileTwice = new("GHAF011",
        "Two declarations put different contents at one path of the same system.",
        "leave out one of them");

    /// <summary>In the order of their ids.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        VmNameInvalid, VmNameTaken, MemoryExceedsHardware, DeviceUnknown, DeviceTaken, GatewayInvalid, ProfileUnknown,
        VmSizeInvalid, PackageNameInvalid, FilePathInvalid, FileTwice,
    ];
}
