// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Finds the values at a path of a plan, and their origins.</summary>
internal static class ExplainPlan
{
    /// <param name="path">A value, or what several begin with: <c>net-vm</c>, <c>net-vm.packages</c>. Empty: everything.</param>
    /// <exception cref="PathUnknownException">There is nothing.</exception>
    public static ImmutableArray<ExplainedValue> At(DevicePlan plan, string path)
    {
        var values = PlanValues.Of(plan).ToList();
        var there = values.Select(v => new ExplainedValue(v.Path, v.Value, PlanOrigins.Find(plan, v.Path)?.Chain ?? []));

        // What was removed has origins and no value.
        var gone = plan.Origins
            .Where(o => o.Chain[0].Value is "removed" or "replaced")
            .Select(o => new ExplainedValue(o.Of, null, o.Chain));
        var found = there.Concat(gone).Where(v => IsAt(v.Path, path)).ToImmutableArray();
        return found.IsEmpty ? throw new PathUnknownException(plan.Target, path, Heads(values)) : found;
    }

    private static bool IsAt(string path, string asked) =>
        asked.Length == 0
        || path == asked
        || path.StartsWith(asked + ".", StringComparison.Ordinal)
        || path.StartsWith(asked + "[", StringComparison.Ordinal);

    // Without what stands in brackets: net-vm.packages, not each package.
    private static IEnumerable<string> Heads(IEnumerable<PlanValue> values) =>
        values.Select(v => v.Path.Split('[')[0]).Distinct();
}
