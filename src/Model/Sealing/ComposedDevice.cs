// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>A target with every setting resolved: what the checks look at and the plan is compiled from.</summary>
internal sealed record ComposedDevice
{
    public required TargetSpec Target { get; init; }

    public required ComposedHost Host { get; init; }

    public required ComposedGuest Guest { get; init; }

    /// <summary>In the order of their declaration.</summary>
    public required ImmutableArray<ComposedVm> Vms { get; init; }

    /// <summary>One for each VM with a gateway that exists.</summary>
    public required ImmutableArray<LinkPlan> Links { get; init; }

    public DeviceSpec Device => Target.Device;

    public HardwareSpec Hardware => Target.Device.Hardware;

    public SourceLocation Location => Target.Device.Location;

    public ComposedVm? Vm(string name) => Vms.FirstOrDefault(vm => vm.Name == name);

    public static ComposedDevice Compose(TargetSpec target, SealingNotes notes)
    {
        var present = PresentVms.Of(target, notes);
        var layers = new LayeredSettings(target, present);
        layers.CheckVmsExist(notes);
        var all = layers.OfGuest();
        var vms = present.Vms.Select(vm => ComposedVm.Resolve(vm, all, layers.OfVm(vm), notes)).ToImmutableArray();
        return new ComposedDevice
        {
            Target = target,
            Host = ComposedHost.Resolve(new Resolution("host", layers.OfHost(vms.Any(vm => vm.KeepsState)), notes)),
            Guest = ComposedGuest.Resolve(new Resolution("guest", all, notes)),
            Vms = vms,
            Links = Registry.Links(target.Device, vms),
        };
    }
}
