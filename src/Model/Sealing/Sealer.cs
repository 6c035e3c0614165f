// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Turns declarations into a plan, or into all diagnostics at once.</summary>
public static class Sealer
{
    public static SealResult Seal(DeviceSpec device, string profileName)
    {
        ArgumentNullException.ThrowIfNull(device);
        var profile = device.Profiles.FirstOrDefault(p => p.Name == profileName);
        if (profile is null)
        {
            var known = string.Join(", ", device.Profiles.Select(p => p.Name));
            return Refused([DiagnosticRules.ProfileUnknown.At(
                device.Location, device.Name, $"has no profile “{profileName}”; it has {known}")]);
        }

        var diagnostics = DeviceChecks.Run(device).Concat(FileChecks.Run(device, profile));
        var sorted = diagnostics.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line)
            .ThenBy(d => d.Id, StringComparer.Ordinal).Distinct().ToImmutableArray();
        return sorted.IsEmpty ? new SealResult(Compile(device, profile), []) : Refused(sorted);
    }

    private static SealResult Refused(ImmutableArray<Diagnostic> diagnostics) => new(null, diagnostics);

    private static DevicePlan Compile(DeviceSpec device, ProfileSpec profile)
    {
        var links = Registry.Links(device);
        var order = device.Vms.OrderBy(vm => vm.Gateway is null ? 0 : 1).ToImmutableArray();
        return new DevicePlan
        {
            Schema = DevicePlan.CurrentSchema,
            Target = $"{device.Name}-{profile.Name}",
            Device = device.Name,
            Profile = profile.Name,
            Suite = device.Suite,
            Hardware = new HardwarePlan(
                device.Hardware.Name, device.Hardware.Architecture, device.Hardware.Memory, device.Hardware.Cores),
            Host = CompileHost(device, profile),
            Guest = new GuestPlan
            {
                KernelPackage = device.Guest.KernelPackage,
                Packages = Sorted([.. device.Guest.Packages, .. profile.Guest.Packages]),
            },
            Vms = [.. order.Select(vm => CompileVm(device, profile, vm, links))],
            Links = links,
            DebugAccess = profile.DebugAccess,
        };
    }

    private static HostPlan CompileHost(DeviceSpec device, ProfileSpec profile) => new()
    {
        KernelPackage = device.Host.KernelPackage,
        KernelModules =
            Sorted([.. device.Host.KernelModules, .. device.Hardware.KernelModules, .. profile.Host.KernelModules]),
        KernelArguments =
        [
            .. device.Hardware.KernelArguments, .. device.Host.KernelArguments, .. profile.Host.KernelArguments,
        ],
        Packages = Sorted([.. device.Host.Packages, .. profile.Host.Packages]),
        Files = FileCompiler.Compile([.. device.Host.Files, .. profile.Host.Files], null),
        Passthrough =
        [
            .. from vm in device.Vms
               from name in vm.Devices
               let pci = device.Hardware.Devices.Single(d => d.Name == name)
               select new PassthroughPlan(pci.Address, pci.Id, new VmName(vm.Name)),
        ],
    };

    private static VmPlan CompileVm(
        DeviceSpec device, ProfileSpec profile, VmSpec vm, ImmutableArray<LinkPlan> links)
    {
        var devices = vm.Devices.Select(name => device.Hardware.Devices.Single(d => d.Name == name)).ToList();
        var uplink = links.FirstOrDefault(l => l.Client.Value == vm.Name);
        var context = new VmContext(
            vm.Name,
            devices.FirstOrDefault(d => d.Name == vm.Uplink)?.Driver,
            [.. links.Where(l => l.Gateway.Value == vm.Name)],
            uplink);
        return new VmPlan
        {
            Name = new VmName(vm.Name),
            Cid = Registry.Cid(device, vm),
            User = $"ghaf-{vm.Name}",
            Uid = Registry.Uid(device, vm),
            Memory = vm.Memory,
            Cores = vm.Cores,
            Address = uplink?.ClientAddress,
            Packages = Sorted(vm.Packages),
            KernelModules = Sorted(
            [
                .. device.Guest.KernelModules, .. profile.Guest.KernelModules, .. vm.KernelModules,
                .. devices.Select(d => d.Driver),
            ]),
            KernelArguments =
                [.. device.Guest.KernelArguments, .. profile.Guest.KernelArguments, .. vm.KernelArguments],
            Devices = [.. devices.Select(d => d.Address)],
            Files = FileCompiler.Compile(FilesOf(device, profile, vm, links), context),
        };
    }

    internal static ImmutableArray<FileSpec> FilesOf(
        DeviceSpec device, ProfileSpec profile, VmSpec vm, ImmutableArray<LinkPlan> links) =>
    [
        .. device.Guest.Files, .. profile.Guest.Files, .. vm.Files,
        .. links.Where(l => l.Gateway.Value == vm.Name).SelectMany(l => vm.FilesForLink(l)),
    ];

    private static ImmutableArray<string> Sorted(ImmutableArray<string> names) =>
        [.. names.Distinct().Order(StringComparer.Ordinal)];
}
