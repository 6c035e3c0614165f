// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Every device in at most one VM, and its whole IOMMU group with it.</summary>
internal static class PassthroughChecks
{
    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
        [.. Unknown(device), .. Uplinks(device), .. Taken(device), .. Groups(device)];

    private static IEnumerable<Diagnostic> Unknown(ComposedDevice device)
    {
        var known = string.Join(", ", device.Hardware.Devices.Select(d => d.Name));
        return
            from vm in device.Vms
            from request in vm.Devices
            where ResolveDevices.Of(device.Hardware, request).IsEmpty
            select DiagnosticRules.DeviceUnknown.At(
                vm.PlaceOf(VmKeys.Devices),
                vm.Name,
                $"asks for device “{request}”; {device.Hardware.Name} has {(known.Length > 0 ? known : "none")}");
    }

    private static IEnumerable<Diagnostic> Uplinks(ComposedDevice device) =>
        from vm in device.Vms
        where vm.Uplink is not null && ResolveDevices.Of(device.Hardware, vm).All(d => d.Name != vm.Uplink)
        select DiagnosticRules.DeviceUnknown.At(
            vm.PlaceOf(VmKeys.Uplink), vm.Name, $"has the uplink “{vm.Uplink}”, which is not among its devices");

    private static IEnumerable<Diagnostic> Taken(ComposedDevice device)
    {
        var uses = device.Vms.SelectMany(vm => ResolveDevices.Of(device.Hardware, vm).Select(d => (Vm: vm, Device: d))).ToList();
        for (var later = 1; later < uses.Count; later++)
        {
            var use = uses[later];
            var first = uses.Take(later).FirstOrDefault(u => u.Vm != use.Vm && Same(u.Device, use.Device));
            if (first.Vm is not null)
            {
                yield return DiagnosticRules.DeviceTaken.At(
                    use.Vm.PlaceOf(VmKeys.Devices), use.Vm.Name, $"asks for device “{use.Device.Name}”, which {first.Vm.Name} has");
            }
        }
    }

    private static bool Same(PassthroughPlan one, PassthroughPlan other) =>
        one.Bus == other.Bus
        && (one.Name == other.Name
            || (one.Address is not null && one.Address == other.Address)
            || (one.Bus != DeviceBus.Pci && one.Path is not null && one.Path == other.Path));

    private static IEnumerable<Diagnostic> Groups(ComposedDevice device)
    {
        var pci = device.Hardware.Devices.OfType<PciDeviceSpec>().Where(d => d.IommuGroup is not null);
        foreach (var group in pci.GroupBy(d => d.IommuGroup).Where(g => g.Count() > 1))
        {
            var owners = group.ToDictionary(d => d.Name, d => OwnerOf(device, d.Name));
            foreach (var vm in owners.Values.OfType<ComposedVm>().Distinct())
            {
                var others = owners.Where(o => o.Value != vm)
                    .Select(o => $"“{o.Key}” ({o.Value?.Name ?? "the host"})").ToList();
                if (others.Count > 0)
                {
                    yield return DiagnosticRules.IommuGroupSplit.At(
                        vm.PlaceOf(VmKeys.Devices),
                        vm.Name,
                        $"shares IOMMU group {group.Key} with {string.Join(", ", others)}");
                }
            }
        }
    }

    private static ComposedVm? OwnerOf(ComposedDevice device, string name) =>
        device.Vms.FirstOrDefault(vm => ResolveDevices.Of(device.Hardware, vm).Any(d => d.Name == name));
}
