// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The device did not do what it was asked.</summary>
internal sealed class RefusedException(string what, string mend, Exception? cause = null) : GhafException(what, mend, cause)
{
    public override ExitCode ExitCode => ExitCode.ToolFailed;
}
