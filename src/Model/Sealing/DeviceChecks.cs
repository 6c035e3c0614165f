// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>What must hold of a device's VMs, devices and packages. Every check runs, whatever the others found.</summary>
internal static partial class DeviceChecks
{
    private static readonly ByteSize LeastMemory = 64.MiB;

    public static IEnumerable<Diagnostic> Run(DeviceSpec device) =>
    [
        .. Names(device), .. Sizes(device), .. TotalMemory(device), .. Devices(device), .. Gateways(device),
        .. Packages(device),
    ];

    private static IEnumerable<Diagnostic> Names(DeviceSpec device)
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
    }

    private static IEnumerable<Diagnostic> Sizes(DeviceSpec device) =>
        from vm in device.Vms
        where vm.Memory < LeastMemory || vm.Cores < 1 || vm.Cores > device.Hardware.Cores
        select DiagnosticRules.VmSizeInvalid.At(
            vm.Location,
            vm.Name,
            $"has {vm.Memory} and {vm.Cores} cores; {device.Hardware.Name} has {device.Hardware.Cores} cores");

    private static IEnumerable<Diagnostic> TotalMemory(DeviceSpec device)
    {
        var total = device.Vms.Aggregate(device.Host.ReservedMemory, (sum, vm) => sum + vm.Memory);
        if (total > device.Hardware.Memory)
        {
            yield return DiagnosticRules.MemoryExceedsHardware.At(
                device.Location,
                device.Name,
                $"needs {total} ({device.Host.ReservedMemory} for the host); {device.Hardware.Name} has {device.Hardware.Memory}");
        }
    }

    private static IEnumerable<Diagnostic> Devices(DeviceSpec device)
    {
        var known = string.Join(", ", device.Hardware.Devices.Select(d => d.Name));
        var uses = device.Vms.SelectMany(vm => vm.Devices.Select(name => (Vm: vm, Name: name))).ToList();
        foreach (var (vm, name) in uses.Where(u => device.Hardware.Devices.All(d => d.Name != u.Name)))
        {
            yield return DiagnosticRules.DeviceUnknown.At(
                vm.Location, vm.Name, $"asks for device “{name}”; {device.Hardware.Name} has {known}");
        }

        foreach (var group in uses.GroupBy(u => u.Name).Where(g => g.Count() > 1))
        {
            foreach (var (vm, name) in group.Skip(1))
            {
                yield return DiagnosticRules.DeviceTaken.At(
                    vm.Location, vm.Name, $"asks for device “{name}”, which {group.First().Vm.Name} has");
            }
        }

        foreach (var vm in device.Vms.Where(vm => vm.Uplink is { } uplink && !vm.Devices.Contains(uplink)))
        {
            yield return DiagnosticRules.DeviceUnknown.At(
                vm.Location, vm.Name, $"has the uplink “{vm.Uplink}”, which is not among its devices");
        }
    }

    private static IEnumerable<Diagnostic> Gateways(DeviceSpec device) =>
        from vm in device.Vms
        where vm.Gateway is not null
            && device.Vms.FirstOrDefault(g => g.Name == vm.Gateway) is not { Uplink: not null }
        select DiagnosticRules.GatewayInvalid.At(
            vm.Location, vm.Name, $"has the gateway “{vm.Gateway}”, which is not a VM with an uplink");

    private static IEnumerable<Diagnostic> Packages(DeviceSpec device)
    {
        IEnumerable<(string Owner, SourceLocation Location, IEnumerable<string> Packages)> systems =
        [
            (device.Name, device.Location, device.Host.Packages.Concat(device.Guest.Packages)),
            .. device.Vms.Select(vm => (vm.Name, vm.Location, vm.Packages.AsEnumerable())),
        ];
        return
            from system in systems
            from package in system.Packages
            where !PackageName().IsMatch(package)
            select DiagnosticRules.PackageNameInvalid.At(
                system.Location, system.Owner, $"“{package}” is not a package name");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9+.-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageName();
}
