// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>
/// A device's targets for reviewers: the first as a whole, of each other one what differs from the one next to it: an output from
/// the image, a profile from the variant's first, a variant from the first target.
/// </summary>
internal static class TargetsSummary
{
    public static string Of(IReadOnlyList<DevicePlan> plans)
    {
        var text = new StringBuilder();
        Describe(text, plans[0]);
        foreach (var plan in plans.Skip(1))
        {
            var nearest = plans.First(p => p.Variant == plan.Variant);
            nearest = nearest == plan ? plans[0]
                : plan.Output == nearest.Output ? nearest
                : plans.First(p => p.Variant == plan.Variant && p.Profile == plan.Profile);
            text.Append($"\n{plan.Target}, against {nearest.Target}\n").AppendJoin("", Differences(nearest, plan));
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, DevicePlan plan)
    {
        text.Append($"{plan.Target}\n");
        text.Append($"  {plan.Hardware.Architecture}, {plan.Hardware.Memory}, {plan.Hardware.Cores} cores\n");
        text.Append($"  host ({plan.Host.KernelPackage}): {string.Join(' ', plan.Host.Packages)}\n");
        text.Append($"  all VMs ({plan.Guest.KernelPackage}): {string.Join(' ', plan.Guest.Packages)}\n");
        foreach (var vm in plan.Vms)
        {
            text.Append($"  {vm.Name}, {vm.Memory}, {vm.Cores} {(vm.Cores == 1 ? "core" : "cores")}:")
                .Append(vm.Packages.IsEmpty ? " nothing more" : $" {string.Join(' ', vm.Packages)}").Append('\n');
            if (!vm.Devices.IsEmpty)
            {
                text.Append($"    owns {string.Join(", ", vm.Devices.Select(d => d.Name))}\n");
            }
        }
    }

    private static IEnumerable<string> Differences(DevicePlan before, DevicePlan after)
    {
        if (after.Output != before.Output)
        {
            yield return $"  as {after.Output}\n";
        }

        if (after.DebugAccess != before.DebugAccess)
        {
            yield return $"  debug access: {(after.DebugAccess ? "yes" : "no")}\n";
        }

        var gone = before.Vms.Select(vm => vm.Name).Except(after.Vms.Select(vm => vm.Name)).ToList();
        if (gone.Count > 0)
        {
            yield return $"  without {string.Join(", ", gone)}\n";
        }

        List<(string System, string Changes)> changed =
        [
            ("host", Changes(Things(before.Host.Packages, before.Host.Files), Things(after.Host.Packages, after.Host.Files))),
            ("all VMs", Changes([.. before.Guest.Packages], [.. after.Guest.Packages])),
            .. from vm in after.Vms
               let same = before.Vms.Single(b => b.Name == vm.Name)
               select (vm.Name.Value, Changes(Things(same.Packages, same.Files), Things(vm.Packages, vm.Files))),
        ];
        foreach (var alike in changed.Where(c => c.Changes.Length > 0).GroupBy(c => c.Changes))
        {
            yield return $"  {string.Join(", ", alike.Select(c => c.System))}: {alike.Key}\n";
        }
    }

    private static List<string> Things(IEnumerable<string> packages, IEnumerable<FilePlan> files) =>
        [.. packages, .. files.Select(file => file.Path)];

    private static string Changes(List<string> before, List<string> after) =>
        string.Join(' ', after.Except(before).Select(t => "+" + t).Concat(before.Except(after).Select(t => "-" + t)));
}
