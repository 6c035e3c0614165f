// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Everybody's settings for each system of a target, each in its layer.</summary>
internal sealed class LayeredSettings(TargetSpec target, PresentVms present)
{
    private DeviceSpec Device => target.Device;

    private ImmutableArray<FeatureSpec> Features => present.Features;

    /// <param name="keepsState">Whether something of some VM outlives its restarts.</param>
    public ImmutableArray<Setting> OfHost(bool keepsState) =>
    [
        .. Device.Host.Settings.In(Layer.Base),
        .. keepsState ? Device.Host.StateSettings.In(Layer.Base) : [],
        .. Features.SelectMany(f => f.HostChanges.Settings.In(Layer.Feature)),
        .. target.Variant.HostChanges.Settings.In(Layer.Feature),
        .. OfHardware(Device.Hardware),
        .. target.Profile.HostChanges.Settings.In(Layer.Profile),
        .. Device.HostChanges.Settings.In(Layer.User),
    ];

    public ImmutableArray<Setting> OfGuest() =>
    [
        .. Device.Guest.Settings.In(Layer.Base, own: false),
        .. Features.SelectMany(f => f.GuestChanges.Settings.In(Layer.Feature, own: false)),
        .. target.Variant.GuestChanges.Settings.In(Layer.Feature, own: false),
        .. target.Profile.GuestChanges.Settings.In(Layer.Profile, own: false),
        .. Device.GuestChanges.Settings.In(Layer.User, own: false),
    ];

    /// <summary>The VM's own, without those of all VMs.</summary>
    public ImmutableArray<Setting> OfVm(VmSpec vm) =>
    [
        .. vm.SettingsWhere(present.Has),
        .. Features.SelectMany(f => f.SettingsOf(vm.Name, Layer.Feature, present.Has)),
        .. target.Variant.SettingsOf(vm.Name, Layer.Feature, present.Has),
        .. target.Profile.SettingsOf(vm.Name, Layer.Profile, present.Has),
        .. Device.SettingsOf(vm.Name, Layer.User, present.Has),
    ];

    /// <summary>A change of a VM that the device does not have is a mistake; of one that the variant leaves out it is not.</summary>
    public void CheckVmsExist(SealingNotes notes)
    {
        var known = present.Vms.Concat(Device.Vms).Concat(Device.Features.SelectMany(f => f.Vms)).Select(vm => vm.Name).ToHashSet();
        IEnumerable<VmSpec> changes =
        [
            .. Features.SelectMany(f => f.VmChanges), .. target.Variant.VmChanges, .. target.Profile.VmChanges, .. Device.VmChanges,
        ];
        foreach (var change in changes.Where(change => !known.Contains(change.Name)))
        {
            notes.Add(DiagnosticRules.VmUnknown.At(
                change.Location, change.Name, $"is changed here; {Device.Name} has {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
        }
    }

    private static IEnumerable<Setting> OfHardware(HardwareSpec hardware)
    {
        var origin = new Origin(Layer.Hardware, Forced: false, Own: true, hardware.Location);
        return
        [
            .. hardware.KernelPackage is { } kernel
                ? (Setting[])[new Setting(SystemKeys.Kernel, SettingAction.Set, kernel, origin)]
                : [],
            .. hardware.KernelFragments.Select(f => new Setting(SystemKeys.KernelFragments, SettingAction.Set, f, origin)),
            .. hardware.KernelModules.Select(m => new Setting(SystemKeys.KernelModules, SettingAction.Set, m, origin)),
            .. hardware.KernelArguments.Select(a => new Setting(SystemKeys.KernelArguments, SettingAction.Set, a, origin)),
        ];
    }
}
