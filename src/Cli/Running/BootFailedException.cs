// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The emulated device did not come up, or went away.</summary>
internal sealed class BootFailedException(string what, string mend) : GhafException(what, mend)
{
    public override ExitCode ExitCode => ExitCode.ToolFailed;
}
