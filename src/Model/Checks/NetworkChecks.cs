// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>What must hold of routes, addresses and openings.</summary>
internal static class NetworkChecks
{
    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
        
    [
        .. Gateways(device), .. Routers(device), .. GatewayCircles(device), .. Routes(device), .. Macs(device), .. Openings(device),
    ];

    private static IEnumerable<Diagnostic> Gateways(ComposedDevice device) =>
        from vm in device.Vms
        where vm.Gateway is not null && device.Vm(vm.Gateway) is not { Routes: true }
        select DiagnosticRules.GatewayInvalid.At(
            vm.PlaceOf(VmKeys.Gateway), vm.Name, $"has the gateway “{vm.Gateway}”, which is not a VM that routes");

    private static IEnumerable<Diagnostic> Routers(ComposedDevice device) =>
        from vm in device.Vms
        where vm is { Routes: true, Gateway: null, Uplink: null }
        select DiagnosticRules.RouterCutOff.At(
            vm.PlaceOf(VmKeys.Routes), vm.Name, "routes for others and has neither an uplink nor a gateway");

    private static IEnumerable<Diagnostic> GatewayCircles(ComposedDevice device) =>
        from circle in StartOrder.CircularGateways(device)
        let names = string.Join(" → ", circle.Append(circle[0]).Select(vm => vm.Name))
        select DiagnosticRules.GatewaysCircular.At(
            circle[0].PlaceOf(VmKeys.Gateway), circle[0].Name, $"is behind itself: {names}");

    private static IEnumerable<Diagnostic> Routes(ComposedDevice device) =>
        from vm in device.Vms
        where vm is { Gateway: null, Uplink: null, Routes: false, NoRoute: false }
        select DiagnosticRules.RouteMissing.At(vm.Location, vm.Name, "has neither a gateway nor an uplink");

    private static IEnumerable<Diagnostic> Macs(ComposedDevice device)
    {
        var cards = device.Links.SelectMany(l => new[] { (Mac: l.ClientMac, Vm: l.Client.Value), (Mac: l.GatewayMac, Vm: l.Gateway.Value) });
        foreach (var same in cards.GroupBy(c => c.Mac).Where(g => g.Count() > 1))
        {
            var named = same.Select(c => c.Vm).Distinct().ToArray();
            var vm = device.Vm(same.Select(c => c.Vm).FirstOrDefault(name => device.Vm(name)?.Mac is not null) ?? named[0])!;
            yield return DiagnosticRules.MacTaken.At(
                vm.PlaceOf(VmKeys.Mac), vm.Name, $"has {same.Key}, as have {string.Join(" and ", named.Where(n => n != vm.Name))}");
        }

        foreach (var vm in device.Vms.Where(vm => vm.Mac is { IsGroup: true }))
        {
            yield return DiagnosticRules.MacTaken.At(
                vm.PlaceOf(VmKeys.Mac), vm.Name, $"has {vm.Mac}, an address for many receivers");
        }
    }

    private static IEnumerable<Diagnostic> Openings(ComposedDevice device) =>
        from vm in device.Vms
        from opening in vm.Openings
        let alone = device.Links.All(l => l.Client.Value != vm.Name && l.Gateway.Value != vm.Name)
        where opening.Port is < 1 or > 65535 || alone
        select DiagnosticRules.OpeningInvalid.At(
            vm.PlaceOf(VmKeys.Openings), vm.Name, alone ? $"opens {opening}, but is on no link" : $"opens {opening}");
}
