// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A hypervisor is not asked for what it cannot do.</summary>
internal static class HypervisorChecks
{
    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
        from vm in device.Vms
        from wrong in Missing(device, vm)
        select DiagnosticRules.HypervisorCannot.At(vm.PlaceOf(wrong.Key), vm.Name, wrong.Text);

    private static IEnumerable<(SettingKey Key, string Text)> Missing(ComposedDevice device, ComposedVm vm)
    {
        var machine = CompileVm.MachineOf(device, vm);
        if (vm.Hypervisor == Hypervisor.Qemu && machine == MachineType.Microvm && !vm.Devices.IsEmpty)
        {
            yield return (VmKeys.Devices, "asks for devices; QEMU's microvm has no PCI bus to pass them through");
        }
    }
}
