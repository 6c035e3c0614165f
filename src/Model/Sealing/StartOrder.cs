// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Who starts before whom: gateways before their clients, and as the definition says.</summary>
internal static class StartOrder
{
    /// <summary>The VMs that a VM waits for and that are there, sorted.</summary>
    public static ImmutableArray<string> Before(ComposedVm vm, ComposedDevice device) =>
    [
        .. vm.StartAfter.Append(vm.Gateway).OfType<string>().Where(name => device.Vm(name) is not null)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Circles in which not only gateways wait for each other: those are a mistake of their own.</summary>
    public static IEnumerable<ImmutableArray<ComposedVm>> Circular(ComposedDevice device)
    {
        var gateways = CircularGateways(device).SelectMany(circle => circle).ToList();
        return Circles.In(device.Vms, vm => Before(vm, device).Select(name => device.Vm(name)!))
            .Where(circle => !circle.All(gateways.Contains));
    }

    public static IEnumerable<ImmutableArray<ComposedVm>> CircularGateways(ComposedDevice device) =>
        Circles.In(device.Vms, vm => vm.Gateway is not null && device.Vm(vm.Gateway) is { } gateway ? [gateway] : []);

    /// <summary>Each after those that it waits for, otherwise in the order of declaration. There has to be no circle.</summary>
    public static ImmutableArray<ComposedVm> Of(ComposedDevice device)
    {
        var waiting = device.Vms.ToList();
        var started = new List<ComposedVm>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(vm => Before(vm, device).All(name => started.Exists(s => s.Name == name)));
            waiting.Remove(next);
            started.Add(next);
        }

        return [.. started];
    }
}
