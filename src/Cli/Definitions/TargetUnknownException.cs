// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>There is no such device or profile.</summary>
internal sealed class TargetUnknownException(string what, string mend) : GhafException(what, mend)
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
