// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>QEMU lives and does nothing any more. Seen now and then where it emulates a processor that emulates another.</summary>
internal sealed class EmulatorHungException(string folder)
    : GhafException(
        "The emulator itself has stopped answering, so what failed says nothing about the device.",
        $"Run it again. Logs: {folder}/*.log")
{
    public override ExitCode ExitCode => ExitCode.ToolFailed;
}
