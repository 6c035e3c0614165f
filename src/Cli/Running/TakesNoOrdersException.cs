// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The running device is a release: it has no port on which it would listen.</summary>
internal sealed class TakesNoOrdersException() : GhafException(
    "This device takes no orders: it is a release.",
    "The terminal of its `ghaf run` shows its VMs, and Ctrl-C there presses its power button.")
{
    public override ExitCode ExitCode => ExitCode.Unsupported;

    /// <exception cref="TakesNoOrdersException">The device whose port this would be runs as a release.</exception>
    public static void IfRelease(string socketPath)
    {
        // A port that is merely missing says nothing: the device may not have started, or have gone away this moment.
        if (RunFolder.IsOfRelease(Path.GetDirectoryName(socketPath)!))
        {
            throw new TakesNoOrdersException();
        }
    }
}
