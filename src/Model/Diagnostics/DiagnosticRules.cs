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
        "A VM's gateway is not a VM of this device that routes.",
        "name a VM with Routes() as the Gateway, or leave Gateway out for a VM without a route");

    public static readonly DiagnosticRule TargetUnknown = new("GHAF007",
        "The device has no such target.",
        "use one of the device's variants, profiles and outputs; `ghaf show` lists them");

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

    public static readonly DiagnosticRule SettingsDisagree = new("GHAF012",
        "Two settings of the same rank want different values.",
        "leave out one of them, or force the one that shall win");

    public static readonly DiagnosticRule VmUnknown = new("GHAF013",
        "Something refers to a VM that this device does not have.",
        "name a VM of the device, or put the settings into a feature with WhenVm");

    public static readonly DiagnosticRule ConditionsCircular = new("GHAF014",
        "Features wait for each other's VMs.",
        "let one feature of the circle do without its condition, or declare the VM in the device");

    public static readonly DiagnosticRule IommuGroupSplit = new("GHAF015",
        "Devices of one IOMMU group do not all belong to the same VM.",
        "pass all devices of the group to one VM");

    public static readonly DiagnosticRule MacTaken = new("GHAF016",
        "Two network cards have the same MAC address, or one has an address for many.",
        "leave the address out, which generates one, or choose an even first byte and no other VM's address");

    public static readonly DiagnosticRule CallInvalid = new("GHAF017",
        "An allowed call names no method of a VM of this device or of the host.",
        "write it as new AllowedCall(VM, \"Service/Method\"), or Service/* for all its methods");

    public static readonly DiagnosticRule HypervisorCannot = new("GHAF018",
        "A VM asks its hypervisor for what it cannot do.",
        "choose another hypervisor or machine, or leave the request out; docs/reference/hypervisors.md has the table");

    public static readonly DiagnosticRule DebugDoor = new("GHAF019",
        "A target without debug access has a door for debugging.",
        "leave it to the debug profile");

    public static readonly DiagnosticRule KernelArgumentInvalid = new("GHAF020",
        "A kernel argument is not one word.",
        "give each argument as an element of its own, without blanks and quotation marks");

    public static readonly DiagnosticRule StartOrderCircular = new("GHAF021",
        "VMs wait for each other to start.",
        "leave out one StartAfter of the circle");

    public static readonly DiagnosticRule OpeningInvalid = new("GHAF022",
        "A firewall opening can let nobody in.",
        "use a port from 1 to 65535, on a VM that has a gateway or is one");

    public static readonly DiagnosticRule ApplicationInvalid = new("GHAF023",
        "An application cannot be started as it is declared.",
        "use lower-case letters, digits and hyphens for its id, an absolute path as its command, and each argument once");

    public static readonly DiagnosticRule BorderColourTaken = new("GHAF024",
        "Two VMs have windows with the same border colour.",
        "choose another colour for one of them");

    public static readonly DiagnosticRule VolumeInvalid = new("GHAF025",
        "A volume's name, size or place cannot work.",
        "use lower-case letters, digits and hyphens, at most 20, at least 1 MiB, and a plain absolute path of its own");

    public static readonly DiagnosticRule ShareInvalid = new("GHAF026",
        "A shared folder's tag or paths cannot work.",
        "use lower-case letters, digits and hyphens, at most 36, and plain absolute paths");

    public static readonly DiagnosticRule RouteMissing = new("GHAF027",
        "A VM reaches nothing, and does not say that it is meant to.",
        "give it a Gateway, or NoRoute() for a VM that shall reach nothing");

    public static readonly DiagnosticRule PackageOfBase = new("GHAF028",
        "A VM removes a package of the guests' common base, which all VMs share.",
        "remove it from the base with OnAllVms, and add it to the VMs that need it");

    public static readonly DiagnosticRule TooManyVms = new("GHAF029",
        "The device has more VMs than there are user numbers for them.",
        "use at most 99 VMs");

    public static readonly DiagnosticRule RouterCutOff = new("GHAF030",
        "A VM that routes for others reaches nothing itself.",
        "give it an Uplink or a Gateway, or leave Routes() out");

    public static readonly DiagnosticRule GatewaysCircular = new("GHAF031",
        "VMs are each other's gateways, so that none of them reaches the outside.",
        "let one VM of the circle have an Uplink or another Gateway");

    /// <summary>In the order of their ids.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        VmNameInvalid, VmNameTaken, MemoryExceedsHardware, DeviceUnknown, DeviceTaken, GatewayInvalid, TargetUnknown,
        VmSizeInvalid, PackageNameInvalid, FilePathInvalid, FileTwice, SettingsDisagree, VmUnknown, ConditionsCircular,
        IommuGroupSplit, MacTaken, CallInvalid, HypervisorCannot, DebugDoor, KernelArgumentInvalid, StartOrderCircular,
        OpeningInvalid, ApplicationInvalid, BorderColourTaken, VolumeInvalid, ShareInvalid, RouteMissing, PackageOfBase,
        TooManyVms, RouterCutOff, GatewaysCircular,
    ];
}
