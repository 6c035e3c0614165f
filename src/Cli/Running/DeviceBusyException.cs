// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The same target runs already.</summary>
internal sealed class DeviceBusyException(string target, int pid)
    : GhafException(
        pid == 0 ? $"{target} is being started by another ghaf." : $"{target} is already running, by process {pid}.",
        "Look at it with `ghaf vm list`, or stop it with Ctrl-C in its terminal"
        + (pid == 0 ? "." : $" (`kill {pid}` does the same)."))
{
    public override ExitCode ExitCode => ExitCode.Busy;
}
