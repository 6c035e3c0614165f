// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Says what would not work on a machine, and what to do about it.</summary>
internal static class FindWarnings
{
    public static ImmutableArray<ScanWarning> Of(ScanFindings found) =>
    [
        .. Virtualization(found), .. Iommu(found), .. Groups(found), .. HiddenDrivers(found), .. Disks(found), .. Uarts(found),
        .. Board(found),
    ];

    private static IEnumerable<ScanWarning> Virtualization(ScanFindings found)
    {
        if (!found.Processor.Virtualizes)
        {
            yield return found.Processor.Architecture == "amd64"
                ? new("The processor offers no virtualization (neither vmx nor svm).", "Turn on VT-x or SVM in the firmware's setup.")
                : new("The kernel has no KVM (no /sys/class/misc/kvm).", "Boot with a kernel that has it, from firmware that starts it in EL2.");
        }
    }

    private static IEnumerable<ScanWarning> Iommu(ScanFindings found)
    {
        var grouped = found.Pci.Any(f => f.Group is not null) || found.Hardware.Devices.OfType<PlatformDeviceSpec>().Any();
        if (grouped)
        {
            yield break;
        }

        yield return found.Iommu.IsThere
            ? new(
                $"The IOMMU{(found.Iommu.Maker is { } maker ? $" by {maker}" : "")} is off: no device has an IOMMU group.",
                $"Boot with {string.Join(' ', found.Iommu.KernelArguments.DefaultIfEmpty("an IOMMU driver"))} and scan again.")
            : new(
                "There is no IOMMU, so no device can be handed to a VM.",
                "Turn on VT-d, AMD-Vi or “IOMMU” in the firmware's setup, and scan again.");
    }

    private static IEnumerable<ScanWarning> Groups(ScanFindings found)
    {
        var disk = found.Pci.LastOrDefault(f => found.Disks.FirstOrDefault()?.Folder.StartsWith(f.Folder + "/", StringComparison.Ordinal) == true
            && !f.IsBridge);
        foreach (var group in found.Pci.Where(f => f is { Group: not null, IsBridge: false }).GroupBy(f => f.Group))
        {
            var others = group.Where(f => f != disk && f.Kind.Use is not null).Select(f => Describe(found, f)).ToArray();
            if (disk is not null && group.Contains(disk) && others.Length > 0)
            {
                yield return new(
                    $"IOMMU group {group.Key} has the disk, which the host needs, and {string.Join(", ", others)}.",
                    "These can't be handed to a VM here. Look for ACS in the firmware's setup, or move the disk to another slot.");
            }
            else if (group.Select(f => f.Kind.Use).OfType<string>().Distinct().ToArray() is { Length: > 1 } uses)
            {
                yield return new(
                    $"IOMMU group {group.Key} mixes {string.Join(" and ", uses)}: {string.Join(", ", others)}.",
                    "Give all of them to one VM. Look for ACS in the firmware's setup if that is not what you want.");
            }
        }
    }

    private static IEnumerable<ScanWarning> HiddenDrivers(ScanFindings found)
    {
        var hidden = found.Pci.Where(f => f.Hidden).Select(f => Describe(found, f)).ToArray();
        if (hidden.Length > 0)
        {
            yield return new(
                $"Kept for a VM at the moment, so that the own driver is not known: {string.Join(", ", hidden)}.",
                "Write Driver yourself, or scan on a system that hands nothing out.");
        }
    }

    private static IEnumerable<ScanWarning> Disks(ScanFindings found)
    {
        if (found.Disks.IsEmpty)
        {
            yield return new("No disk is built in.", "Write Disk and BootModules yourself.");
        }
        else if (found.Disks.Length > 1)
        {
            yield return new(
                $"Several disks are built in: {string.Join(", ", found.Disks.Select(d => d.Device))}. The first was taken.",
                "Write another Disk if the system is to be installed there; the kernel may number disks of one kind differently at each boot.");
        }

        if (found.Disks.FirstOrDefault() is { Modules.IsEmpty: true } builtIn)
        {
            yield return new(
                $"The driver of {builtIn.Device} is part of this kernel, so that its module is not known.",
                "Write into BootModules what Debian's kernel calls it.");
        }
    }

    private static IEnumerable<ScanWarning> Uarts(ScanFindings found)
    {
        if (UartScan.AreHidden(found.Tree))
        {
            yield return new(
                "Only root may see where the serial ports are.",
                "If they matter, record as root: `ghaf hardware scan --print-recorder | sudo sh > FILE`, and scan with --recorded FILE.");
        }
    }

    private static IEnumerable<ScanWarning> Board(ScanFindings found)
    {
        if (found.Tree.Exists("/sys/firmware/devicetree/base/model"))
        {
            yield return new(
                "A board does not know the file that its device tree is from.",
                "Write DeviceTree: the .dtb's path under the kernel's arch/…/boot/dts.");
        }
    }

    private static string Describe(ScanFindings found, PciFunction function) =>
        $"{found.Hardware.Devices.OfType<PciDeviceSpec>().FirstOrDefault(d => d.Address == function.Address)?.Name ?? function.Kind.Name} "
        + $"({function.Address})";
}
