// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What differs between two plans, in the words of the definition.</summary>
internal static class ComparePlans
{
    // What the names of the targets say already.
    private static readonly string[] Obvious = ["target"];

    /// <returns>In the order of the paths. A VM, file or other element that only one has is one change.</returns>
    public static ImmutableArray<PlanChange> Between(DevicePlan before, DevicePlan after)
    {
        var old = Values(before);
        var now = Values(after);
        var changes = new SortedDictionary<string, PlanChange>(StringComparer.Ordinal);
        foreach (var path in old.Keys.Union(now.Keys).Where(p => !Obvious.Contains(p)))
        {
            var (was, becomes) = (old.GetValueOrDefault(path), now.GetValueOrDefault(path));
            if (was is not null && becomes is not null)
            {
                if (was.Value != becomes.Value)
                {
                    changes.Add(path, new PlanChange(path, ChangeKind.Changed, was, becomes));
                }
            }
            else if (becomes is not null)
            {
                Whole(changes, ChangeKind.Added, path, now, old);
            }
            else
            {
                Whole(changes, ChangeKind.Removed, path, old, now);
            }
        }

        return [.. changes.Values];
    }

    private static void Whole(
        SortedDictionary<string, PlanChange> changes, ChangeKind kind, string path,
        Dictionary<string, ExplainedValue> has, Dictionary<string, ExplainedValue> lacks)
    {
        var element = Parents(path).FirstOrDefault(parent => !lacks.Keys.Any(p => IsIn(p, parent))) ?? path;
        if (!changes.ContainsKey(element))
        {
            var value = has.GetValueOrDefault(element)
                ?? has.GetValueOrDefault(element + ".name")
                ?? has.First(v => IsIn(v.Key, element)).Value;
            changes.Add(element, kind == ChangeKind.Added
                ? new PlanChange(element, kind, null, value)
                : new PlanChange(element, kind, value, null));
        }
    }

    // The VM, then the element of a list: net-vm, net-vm.files[/etc/hosts].
    private static IEnumerable<string> Parents(string path)
    {
        if (path.Split('.', '[')[0] is var head && head.EndsWith("-vm", StringComparison.Ordinal))
        {
            yield return head;
        }

        if (path.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            yield return path[..(end + 1)];
        }
    }

    private static bool IsIn(string path, string parent) =>
        path.StartsWith(parent, StringComparison.Ordinal) && (path.Length == parent.Length || path[parent.Length] is '.' or '[');

    private static Dictionary<string, ExplainedValue> Values(DevicePlan plan) =>
        ExplainPlan.At(plan, "").Where(v => v.Value is not null).DistinctBy(v => v.Path).ToDictionary(v => v.Path, StringComparer.Ordinal);
}
