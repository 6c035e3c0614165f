// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Hardware;

/// <summary>A file that was named on the command line cannot be read or written.</summary>
internal sealed class HardwareFileException(string what, string mend, Exception cause) : GhafException(what, mend, cause)
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
