// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>What must hold of a VM's applications, volumes, shares, calls and colours.</summary>
internal static partial class VmChecks
{
    private const int LongestVolume = 20;
    private const int LongestTag = 36;

    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
    [
        .. device.Vms.SelectMany(Applications), .. device.Vms.SelectMany(Volumes), .. device.Vms.SelectMany(Shares),
        .. Calls(device), .. Colours(device), .. StartAfter(device), .. DebugDoors.In(device), .. HypervisorChecks.Run(device),
    ];

    private static IEnumerable<Diagnostic> Applications(ComposedVm vm) =>
        from application in vm.Applications
        let wrong = !Kebab().IsMatch(application.Id) ? "has an id that cannot be typed"
            : application.Command.IsEmpty || !application.Command[0].StartsWith('/') ? "has no absolute path as its command"
            : application.Arguments.Select(a => a.Name).Distinct().Count() != application.Arguments.Length
                ? "has two arguments of the same name"
            : null
        where wrong is not null
        select DiagnosticRules.ApplicationInvalid.At(
            vm.PlaceOf(VmKeys.Applications), vm.Name, $"application “{application.Id}” {wrong}");

    private static IEnumerable<Diagnostic> Volumes(ComposedVm vm)
    {
        var places = vm.Volumes.Select(v => v.MountPoint).Concat(vm.Shares.Select(s => s.MountPoint)).ToLookup(p => p);
        return
            from volume in vm.Volumes
            let wrong = volume.Name.Length > LongestVolume || !Kebab().IsMatch(volume.Name) ? "has a name that is no disk's serial number"
                : volume.Name is "base" or "layer" ? "has the name of a disk that every VM has"
                : volume.Size < 1.MiB ? $"is too small: {volume.Size}"
                : !FileChecks.IsPlain(volume.MountPoint) ? $"has no plain path: {volume.MountPoint}"
                : places[volume.MountPoint].Count() > 1 ? $"is not alone at {volume.MountPoint}"
                : null
            where wrong is not null
            select DiagnosticRules.VolumeInvalid.At(vm.PlaceOf(VmKeys.Volumes), vm.Name, $"volume “{volume.Name}” {wrong}");
    }

    private static IEnumerable<Diagnostic> Shares(ComposedVm vm) =>
        from share in vm.Shares
        let wrong = share.Tag.Length > LongestTag || !Kebab().IsMatch(share.Tag) ? "has a tag that cannot be mounted"
            : !FileChecks.IsPlain(share.HostPath) || !FileChecks.IsPlain(share.MountPoint) ? "has a path that is not plain"
            : null
        where wrong is not null
        select DiagnosticRules.ShareInvalid.At(vm.PlaceOf(VmKeys.Shares), vm.Name, $"share “{share.Tag}” {wrong}");

    private static IEnumerable<Diagnostic> Calls(ComposedDevice device) =>
        from vm in device.Vms
        from call in vm.Calls
        where !Method().IsMatch(call.Method) || (call.On is not ("host" or AllowedCall.EveryVm) && device.Vm(call.On) is null)
        select DiagnosticRules.CallInvalid.At(vm.PlaceOf(VmKeys.Calls), vm.Name, $"may call “{call.Method}” on “{call.On}”");

    private static IEnumerable<Diagnostic> Colours(ComposedDevice device) =>
        from same in device.Vms.Where(vm => vm.BorderColour is not null).GroupBy(vm => vm.BorderColour)
        from vm in same.Skip(1)
        select DiagnosticRules.BorderColourTaken.At(
            vm.PlaceOf(VmKeys.BorderColour), vm.Name, $"has {same.Key}, the colour of {same.First().Name}");

    private static IEnumerable<Diagnostic> StartAfter(ComposedDevice device) =>
        from vm in device.Vms
        from name in vm.StartAfter
        where device.Vm(name) is null && device.Device.Vms.All(left => left.Name != name)
        select DiagnosticRules.VmUnknown.At(
            vm.PlaceOf(VmKeys.StartAfter), vm.Name, $"starts after “{name}”, which this device does not have");

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Kebab();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*/([A-Z][A-Za-z0-9]*|\\*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Method();
}
