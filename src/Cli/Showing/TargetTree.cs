// SPDX-License-Identifier: Apache-2.0
using Spectre.Console;

namespace Ghaf.Cli;

/// <summary>Targets as a tree for people: device, target, and if there is only one target its VMs.</summary>
internal static class TargetTree
{
    public static void Print(IAnsiConsole screen, IReadOnlyCollection<ShownTarget> targets)
    {
        foreach (var device in targets.GroupBy(t => t.Definition))
        {
            var sealedOne = device.FirstOrDefault(t => t.Mistakes == 0);
            var tree = new Tree(Text(sealedOne is null
                ? device.Key
                : $"{sealedOne.Device}: {sealedOne.Hardware}, {sealedOne.Architecture}, {sealedOne.Memory}, {sealedOne.Cores} cores"));
            foreach (var target in device)
            {
                var node = tree.AddNode(Text($"{target.Target}: {Contents(target, inShort: targets.Count > 1)}"));
                if (targets.Count == 1)
                {
                    node.AddNodes(target.Vms.Select(vm => Text(vm.ToString())));
                }
            }

            screen.Write(tree);
        }
    }

    private static string Contents(ShownTarget target, bool inShort) =>
        target.Mistakes > 0 ? $"has mistakes; `ghaf plan {target.Target}` lists them"
        : target.Vms.IsEmpty ? "no VMs"
        : inShort ? string.Join(", ", target.Vms.Select(vm => vm.Name))
        : $"{target.Vms.Length} VMs";

    private static Text Text(string text) => new(text) { Overflow = Overflow.Fold };
}
