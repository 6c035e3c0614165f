// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Which VMs and features a target has: conditions are followed, and those that lead in a circle reported.</summary>
internal sealed record PresentVms(ImmutableArray<VmSpec> Vms, ImmutableArray<FeatureSpec> Features)
{
    public bool Has(string name) => Vms.Any(vm => vm.Name == name);

    public static PresentVms Of(TargetSpec target, SealingNotes notes)
    {
        var device = target.Device;
        var declared = device.Vms.Where(vm => Remains(vm, target.Variant)).ToList();
        var waiting = device.Features.ToList();
        ReportCircle(device, notes);
        var features = new List<FeatureSpec>();
        bool more;
        do
        {
            var ready = waiting.Where(f => f.Needed.All(name => declared.Any(vm => vm.Name == name))).ToList();
            more = ready.Count > 0;
            features.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
            declared.AddRange(ready.SelectMany(f => f.Vms).Where(vm => Remains(vm, target.Variant)));
        }
        while (more);
        return new PresentVms([.. declared], [.. device.Features.Where(features.Contains)]);
    }

    private static bool Remains(VmSpec vm, VariantSpec variant) => variant.Without switch
    {
        LeftOutVms.All => false,
        LeftOutVms.Graphical => !vm.Settings.Any(s => s.Key == VmKeys.Graphical && s.Value is true),
        _ => true,
    };

    // A feature waits for those that bring the VMs it needs, if the device does not have them itself.
    private static void ReportCircle(DeviceSpec device, SealingNotes notes)
    {
        var own = device.Vms.Select(vm => vm.Name).ToHashSet();
        IEnumerable<FeatureSpec> Waits(FeatureSpec feature) => device.Features.Where(other =>
            other.Vms.Any(vm => feature.Needed.Contains(vm.Name) && !own.Contains(vm.Name)));
        foreach (var circle in Circles.In(device.Features, Waits))
        {
            var names = string.Join(" → ", circle.Append(circle[0]).Select(f => f.Name));
            notes.Add(DiagnosticRules.ConditionsCircular.At(circle[0].Location, circle[0].Name, $"waits for itself: {names}"));
        }
    }
}
