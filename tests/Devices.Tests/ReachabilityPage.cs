// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>What the VMs of a device reach of each other, as a table for its documentation.</summary>
internal static class ReachabilityPage
{
    private const string Nothing = "–";

    public static string Of(DevicePlan plan)
    {
        var page = new StringBuilder($"\n## {plan.Device}\n\n");
        string[] names = [.. plan.Vms.Select(vm => vm.Name.Value)];
        Row(page, ["from ↓ to →", .. names, "outside"]);
        Row(page, Enumerable.Repeat("---", names.Length + 2));
        foreach (var vm in plan.Vms)
        {
            Row(page, [vm.Name.Value, .. plan.Vms.Select(other => other == vm ? "" : Network(plan, vm, other)), Outside(plan, vm)]);
        }

        page.Append("\nCalls over vsock:\n\n");
        Row(page, ["from ↓ to →", "host", .. names]);
        Row(page, Enumerable.Repeat("---", names.Length + 2));
        foreach (var vm in plan.Vms)
        {
            Row(page, [vm.Name.Value, Calls(vm, "host"), .. plan.Vms.Select(other => other == vm ? "" : Calls(vm, other.Name.Value))]);
        }

        return page.ToString();
    }

    private static string Network(DevicePlan plan, VmPlan from, VmPlan to)
    {
        if (plan.Links.Any(link => link.Gateway == to.Name && link.Client == from.Name))
        {
            return string.Join(", ", ["DHCP", "DNS", .. to.Openings.Select(opening => opening.ToString())]);
        }

        return plan.Links.Any(link => link.Gateway == from.Name && link.Client == to.Name) ? "as its gateway" : Nothing;
    }

    private static string Outside(DevicePlan plan, VmPlan vm)
    {
        var way = new List<string>();
        var at = vm;
        while (at.Gateway is { } gateway)
        {
            way.Add(gateway.Value);
            at = plan.Vms.Single(other => other.Name == gateway);
        }

        return at.Uplink is null ? Nothing : way.Count == 0 ? $"by its {at.Uplink}" : $"through {string.Join(", ", way)}";
    }

    private static string Calls(VmPlan vm, string on) =>
        string.Join(", ", vm.Calls.Where(call => call.On == on).Select(call => $"`{call.Method}`").Order(StringComparer.Ordinal)) is { Length: > 0 } calls
            ? calls
            : Nothing;

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append($"| {string.Join(" | ", cells)} |\n");
}
