// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Hardware;

/// <summary>There is no machine to be described.</summary>
internal sealed class MachineUnreadableException(string place)
    : GhafException(
        $"{place} says nothing of a processor and of memory.",
        "Mount /proc and /sys, or give the root of a copy that has both: `--root DIR`.")
{
    public override ExitCode ExitCode => ExitCode.Environment;
}
