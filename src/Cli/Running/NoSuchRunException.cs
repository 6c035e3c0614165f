// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A command is for a running device, and it is not clear for which.</summary>
internal sealed class NoSuchRunException(string what, string mend) : GhafException(what, mend)
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
