// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A template cannot be given this name.</summary>
internal sealed class TemplateNameException(string name, string what, string mend)
    : GhafException($"“{name}” cannot be the name of {what}.", mend)
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
