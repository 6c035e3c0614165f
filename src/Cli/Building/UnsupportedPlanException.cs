// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A plan is sound, and this version of ghaf cannot make it yet.</summary>
/// <param name="target">The target's name.</param>
/// <param name="verb">What was asked for: <c>build</c>, <c>run</c>.</param>
/// <param name="missing">A line for each thing that is missing.</param>
internal sealed class UnsupportedPlanException(string target, string verb, ImmutableArray<string> missing)
    : GhafException(
        $"This version cannot {verb} {target} yet. It does not have:\n{string.Join('\n', missing.Select(line => $"- {line}"))}",
        $"Read the device with ghaf plan {target}, or choose a target without these.")
{
    public ImmutableArray<string> Missing { get; } = missing;

    public override ExitCode ExitCode => ExitCode.Unsupported;
}
