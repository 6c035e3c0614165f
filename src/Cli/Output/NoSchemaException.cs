// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A command that does not exist, or prints no JSON.</summary>
internal sealed class NoSchemaException(string command)
    : GhafException(
        $"No command “{command}” prints JSON.",
        $"These do: {string.Join(", ", CommandOutputs.All.Where(c => c.Value is not null).Select(c => c.Key))}.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
