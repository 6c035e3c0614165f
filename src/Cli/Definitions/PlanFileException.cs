// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A file that was given as a target is not a plan.</summary>
internal sealed class PlanFileException(string file, string why)
    : GhafException($"{file} is not a plan: {why}", "`ghaf plan TARGET -o FILE` writes one that is.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
