// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>What a feature, a variant, a profile or a device adds to systems that others declare.</summary>
public abstract record Contribution<TSelf>
    where TSelf : Contribution<TSelf>
{
    private protected Contribution()
    {
    }

    internal HostSpec HostChanges { get; init; } = new();

    internal GuestSpec GuestChanges { get; init; } = new();

    internal ImmutableArray<VmSpec> VmChanges { get; init; } = [];

    private TSelf Self => (TSelf)this;

    /// <summary>Adds settings to the host.</summary>
    public TSelf OnHost(Func<HostSpec, HostSpec> change) => Self with { HostChanges = change(HostChanges) };

    /// <summary>Adds settings to every VM.</summary>
    public TSelf OnAllVms(Func<GuestSpec, GuestSpec> change) => Self with { GuestChanges = change(GuestChanges) };

    /// <summary>Adds settings to one VM, which has to exist in the device.</summary>
    public TSelf OnVm(
        string name, Func<VmSpec, VmSpec> change, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Self with { VmChanges = [.. VmChanges, change(VmSpec.Named(name, file, line))] };

    /// <param name="has">Whether the device has a VM.</param>
    internal IEnumerable<Setting> SettingsOf(string vm, Layer layer, Func<string, bool> has) =>
        VmChanges.Where(change => change.Name == vm).SelectMany(change => change.SettingsWhere(has).In(layer));
}
