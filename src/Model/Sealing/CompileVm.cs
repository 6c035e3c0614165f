// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Net;

namespace Ghaf.Model;

/// <summary>A composed VM to its plan.</summary>
internal static class CompileVm
{
    public static VmPlan Of(ComposedDevice device, ComposedVm vm, string guestKernel)
    {
        var place = device.Vms.IndexOf(vm);
        var devices = ResolveDevices.Of(device.Hardware, vm);
        var uplink = device.Links.FirstOrDefault(l => l.Client.Value == vm.Name);
        return new VmPlan
        {
            Name = new VmName(vm.Name),
            Cid = Registry.Cid(place),
            User = $"ghaf-{vm.Name}",
            Uid = Registry.Uid(place),
            Memory = vm.Memory,
            Cores = vm.Cores,
            Hypervisor = vm.Hypervisor,
            Machine = MachineOf(device, vm),
            HypervisorArguments = vm.HypervisorArguments,
            Address = uplink?.ClientAddress,
            Gateway = uplink?.Gateway,
            Uplink = vm.Uplink,
            Routes = vm.Routes,
            KernelPackage = vm.Kernel ?? guestKernel,
            KernelFragments =
            [
                .. vm.KernelFragments,
                .. devices.Select(d => d.Driver).OfType<string>().Select(driver => $"{KernelSource.DriverFragments}/{driver}")
                    .Except(vm.KernelFragments).Distinct(),
            ],
            KernelModules = CompilePlan.Sorted([.. vm.KernelModules, .. devices.Select(d => d.Driver).OfType<string>()]),
            KernelArguments = [.. vm.KernelArguments.Select(a => a.ToString())],
            Packages = CompilePlan.Sorted(vm.Packages),
            Devices = devices,
            Shares = vm.Shares,
            Volumes = vm.Volumes,
            Tpm = vm.Tpm,
            Openings = vm.Openings,
            Calls = CallsOf(device, vm),
            Applications = vm.Applications,
            Programs = vm.Programs,
            BorderColour = vm.BorderColour,
            StartAfter = [.. StartOrder.Before(vm, device).Select(name => new VmName(name))],
            Files = FileCompiler.Compile(ComposedFiles.Of(device, vm), ContextOf(device, vm)),
        };
    }

    /// <summary>The machine that was asked for, or the usual one of the architecture.</summary>
    public static MachineType MachineOf(ComposedDevice device, ComposedVm vm) =>
        vm.Machine ?? (device.Hardware.Architecture == "amd64" ? MachineType.Q35 : MachineType.Virt);

    private static VmContext ContextOf(ComposedDevice device, ComposedVm vm)
    {
        var uplink = vm.Uplink is null ? [] : ResolveDevices.Of(device.Hardware, DeviceRequest.Named(vm.Uplink));
        return new VmContext(
            vm.Name,
            uplink.FirstOrDefault()?.Driver,
            [.. device.Links.Where(l => l.Gateway.Value == vm.Name)],
            device.Links.FirstOrDefault(l => l.Client.Value == vm.Name),
            vm.Openings,
            vm.Volumes,
            [
                .. from other in device.Vms
                   from call in CallsOf(device, other)
                   where call.On == vm.Name
                   select new AllowedCaller(other.Name, call.Method),
            ],
            CallsOf(device, vm),
            vm.Applications);
    }

    // With the names of all others where all are meant.
    private static ImmutableArray<AllowedCall> CallsOf(ComposedDevice device, ComposedVm vm) =>
    [
        .. (from call in vm.Calls
            from name in call.On == AllowedCall.EveryVm ? device.Vms.Where(other => other != vm).Select(other => other.Name) : [call.On]
            select call with { On = name }).Distinct(),
    ];
}
