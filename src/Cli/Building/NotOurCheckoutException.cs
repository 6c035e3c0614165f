// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The tool is to be made from its sources, and this project has none.</summary>
internal sealed class NotOurCheckoutException(string root)
    : GhafException($"{root} has no sources of ghaf.", "Clone Ghaf, and use `./ghaf native` there.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
