// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>
/// QEMU, or the machine in it, lives and does nothing any more. Seen now and then where it emulates a processor that emulates another.
/// </summary>
internal sealed class EmulatorHungException : GhafException
{
    // A device reports every two seconds.
    private static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(1);

    private EmulatorHungException(string what, string folder)
        : base($"{what}, so what failed says nothing about the device.", $"Run it again. Logs: {folder}/*.log")
    {
    }

    public override ExitCode ExitCode => ExitCode.ToolFailed;

    /// <exception cref="EmulatorHungException">The device has not ended, and its emulator or its host says nothing any more.</exception>
    public static async Task ThrowIfHungAsync(EmulatedDevice device, TimeSpan silence)
    {
        if (device.Ended.IsCompleted)
        {
            return;
        }

        if (!await device.AnswersAsync().ConfigureAwait(false))
        {
            throw new EmulatorHungException("The emulator itself has stopped answering", device.Paths.Folder);
        }

        if (silence > LongSilence)
        {
            throw new EmulatorHungException($"The emulated machine hangs: its host has not reported for {Amounts.Of(silence)}", device.Paths.Folder);
        }
    }
}
