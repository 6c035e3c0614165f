// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>What must hold of a device's names, sizes, packages and kernel arguments. Every check runs, whatever the others found.</summary>
internal static partial class DeviceChecks
{
    private static readonly ByteSize LeastMemory = 64.MiB;

    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
    [
        .. Names(device), .. Sizes(device), .. TotalMemory(device), .. Packages(device), .. BasePackages(device),
        .. KernelArguments(device), .. StartCircles(device),
    ];

    private static IEnumerable<Diagnostic> Names(ComposedDevice device)
    {
        foreach (var vm in device.Vms.Where(vm => !VmName.IsValid(vm.Name)))
        {
            yield return DiagnosticRules.VmNameInvalid.At(vm.Location, vm.Name, "is not a VM name");
        }

        foreach (var group in device.Vms.GroupBy(vm => vm.Name).Where(g => g.Count() > 1))
        {
            foreach (var vm in group.Skip(1))
            {
                yield return DiagnosticRules.VmNameTaken.At(
                    vm.Location, vm.Name, $"is already declared at {group.First().Location}");
            }
        }

        if (device.Vms.Length > Registry.MostVms)
        {
            yield return DiagnosticRules.TooManyVms.At(device.Location, device.Device.Name, $"has {device.Vms.Length} VMs");
        }
    }

    private static IEnumerable<Diagnostic> Sizes(ComposedDevice device)
    {
        foreach (var vm in device.Vms)
        {
            if (vm.Memory < LeastMemory || vm.Memory.Bytes % 1.MiB.Bytes != 0)
            {
                yield return DiagnosticRules.VmSizeInvalid.At(vm.PlaceOf(VmKeys.Memory), vm.Name, $"has {vm.Memory} of memory");
            }

            if (vm.Cores < 1 || vm.Cores > device.Hardware.Cores - device.Hardware.HostCores)
            {
                yield return DiagnosticRules.VmSizeInvalid.At(
                    vm.PlaceOf(VmKeys.Cores),
                    vm.Name,
                    $"has {vm.Cores} cores; {device.Hardware.Name} has {CoresOf(device.Hardware)}");
            }
        }
    }

    private static string CoresOf(HardwareSpec hardware) => hardware.HostCores == 0
        ? $"{hardware.Cores}"
        : $"{hardware.Cores}, of which {hardware.HostCores} {(hardware.HostCores == 1 ? "is" : "are")} the host's";

    private static IEnumerable<Diagnostic> TotalMemory(ComposedDevice device)
    {
        var total = device.Vms.Aggregate(device.Host.ReservedMemory, (sum, vm) => sum + vm.Memory);
        if (total > device.Hardware.Memory)
        {
            yield return DiagnosticRules.MemoryExceedsHardware.At(
                device.Location,
                device.Device.Name,
                $"needs {total} ({device.Host.ReservedMemory} for the host); {device.Hardware.Name} has {device.Hardware.Memory}");
        }
    }

    private static IEnumerable<Diagnostic> Packages(ComposedDevice device) =>
        from system in (IEnumerable<(string Name, SourceLocation Location, ImmutableArray<string> Packages)>)
        [
            ("host", device.Location, device.Host.Packages),
            ("guest", device.Location, device.Guest.Packages),
            .. device.Vms.Select(vm => (vm.Name, vm.Location, vm.Packages)),
        ]
        from package in system.Packages
        where !PackageName().IsMatch(package)
        select DiagnosticRules.PackageNameInvalid.At(system.Location, system.Name, $"“{package}” is not a package name");

    private static IEnumerable<Diagnostic> BasePackages(ComposedDevice device) =>
        from vm in device.Vms
        from removal in vm.Settings.Removals(SystemKeys.Packages)
        where device.Guest.Packages.Contains((string)removal.Value!)
        select DiagnosticRules.PackageOfBase.At(removal.Origin.Location, vm.Name, $"removes “{removal.Value}”");

    private static IEnumerable<Diagnostic> KernelArguments(ComposedDevice device) =>
        from system in (IEnumerable<(string Name, SourceLocation Location, ImmutableArray<KernelArgument> Arguments)>)
        [
            ("host", device.Location, device.Host.KernelArguments),
            .. device.Vms.Select(vm => (vm.Name, vm.PlaceOf(SystemKeys.KernelArguments), vm.KernelArguments)),
        ]
        from argument in system.Arguments
        where !argument.IsWord
        select DiagnosticRules.KernelArgumentInvalid.At(system.Location, system.Name, $"“{argument}” is not one word");

    private static IEnumerable<Diagnostic> StartCircles(ComposedDevice device) =>
        from circle in StartOrder.Circular(device)
        let names = string.Join(" → ", circle.Append(circle[0]).Select(vm => vm.Name))
        select DiagnosticRules.StartOrderCircular.At(circle[0].Location, circle[0].Name, $"waits for itself: {names}");

    [GeneratedRegex("^[a-z0-9][a-z0-9+.-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageName();
}
