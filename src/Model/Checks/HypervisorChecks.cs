// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>A hypervisor is not asked for what its record lacks.</summary>
internal static class HypervisorChecks
{
    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
        from vm in device.Vms
        from wrong in (IEnumerable<(SettingKey Key, string Text)>)[.. Architecture(device, vm), .. Missing(device, vm)]
        select DiagnosticRules.HypervisorCannot.At(vm.PlaceOf(wrong.Key), vm.Name, wrong.Text);

    private static HypervisorRecord RecordOf(ComposedDevice device, ComposedVm vm) =>
        HypervisorRecords.Of(vm.Hypervisor, CompileVm.MachineOf(device, vm));

    private static IEnumerable<(SettingKey Key, string Text)> Architecture(ComposedDevice device, ComposedVm vm)
    {
        var architecture = device.Hardware.Architecture;
        var record = RecordOf(device, vm);
        if (!record.Architectures.Contains(architecture))
        {
            var key = vm.Hypervisor == Hypervisor.Qemu && vm.Machine is not null ? (SettingKey)VmKeys.Machine : VmKeys.Hypervisor;
            yield return (key, $"asks for {record.Title} on {architecture}, which has {Titles(r => r.Architectures.Contains(architecture))}");
        }
    }

    private static IEnumerable<(SettingKey Key, string Text)> Missing(ComposedDevice device, ComposedVm vm)
    {
        var architecture = device.Hardware.Architecture;
        var record = RecordOf(device, vm);

        // That it does not run there at all is said once.
        return !record.Architectures.Contains(architecture) ? [] :
            from request in Requests(device, vm)
            where !record.Has(request.Ability, architecture)
            let others = Titles(r => r.Has(request.Ability, architecture))
            select (request.Key, $"{request.Text}, which {record.Title} cannot do: {record[request.Ability].How}; {others} can");
    }

    private static IEnumerable<(SettingKey Key, HypervisorAbility Ability, string Text)> Requests(ComposedDevice device, ComposedVm vm) =>
    [
        .. from request in vm.Devices
           from found in ResolveDevices.Of(device.Hardware, request)
           select ((SettingKey)VmKeys.Devices, PassthroughOf(found.Bus), $"asks for the {WordOf(found.Bus)} device “{found.Name}”"),
        .. from share in vm.Shares
           select ((SettingKey)VmKeys.Shares, HypervisorAbility.Shares, $"asks for the share “{share.Tag}”"),
        .. from volume in vm.Volumes
           select ((SettingKey)VmKeys.Volumes, HypervisorAbility.Volumes, $"asks for the volume “{volume.Name}”"),
        .. vm.Tpm ? [((SettingKey)VmKeys.Tpm, HypervisorAbility.Tpm, "asks for a TPM of its own")] : ((SettingKey, HypervisorAbility, string)[])[],
        .. from link in device.Links
           where link.Client.Value == vm.Name
           select ((SettingKey)VmKeys.Gateway, HypervisorAbility.Links, $"asks for a link to its gateway {link.Gateway}"),
        .. from link in device.Links
           where link.Gateway.Value == vm.Name
           select ((SettingKey)VmKeys.Hypervisor, HypervisorAbility.Links, $"is the gateway of {link.Client} and needs a link to it"),
        .. from argument in vm.HypervisorArguments
           select ((SettingKey)VmKeys.HypervisorArguments, HypervisorAbility.ExtraArguments, $"asks for the argument “{argument}”"),
    ];

    private static HypervisorAbility PassthroughOf(DeviceBus bus) => bus switch
    {
        DeviceBus.Pci => HypervisorAbility.PciPassthrough,
        DeviceBus.Usb => HypervisorAbility.UsbPassthrough,
        _ => HypervisorAbility.PlatformPassthrough,
    };

    private static string WordOf(DeviceBus bus) => bus switch
    {
        DeviceBus.Pci => "PCI",
        DeviceBus.Usb => "USB",
        _ => "platform",
    };

    private static string Titles(Func<HypervisorRecord, bool> has)
    {
        ImmutableArray<string> titles = [.. HypervisorRecords.All.Where(has).Select(record => record.Title)];
        return titles switch
        {
            [] => "none",
            [var one] => one,
            _ => $"{string.Join(", ", titles[..^1])} and {titles[^1]}",
        };
    }
}
