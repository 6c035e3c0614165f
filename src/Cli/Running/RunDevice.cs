// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary><c>ghaf run TARGET</c>: build what is missing, boot, show, and shut down in order.</summary>
internal static class RunDevice
{
    public static async Task<ExitCode> RunAsync(Session session, string target, RunOptions options, CancellationToken cancellation)
    {
        var plan = await DevicePlans.For(session).LoadAsync(target, cancellation).ConfigureAwait(false);
        BuildSupport.RequireEmulation(plan);

        // Before anything is built: a second run of the same target should not wait for minutes to hear that it may not run.
        using var folder = RunFolder.Take(RunRoot.Default(), plan.Target);
        var prepared = await PrepareDevice.ToBootAsync(session, plan, cancellation).ConfigureAwait(false);
        var device = await StartDevice.RunAsync(session, prepared, folder, Outside.World(), options.Machine, cancellation).ConfigureAwait(false);
        await using (device.ConfigureAwait(false))
        {
            var watch = new StatusWatch(device.Paths.Status, session.Time);
            await using (watch.ConfigureAwait(false))
            {
                var show = new WatchDevice(session, device, watch, options.BootLimit);
                await session.Error.WriteLineAsync($"Booting {plan.Target}; logs are in {folder.Paths.Folder}").ConfigureAwait(false);
                await show.UntilEndAsync(options.Format, cancellation).ConfigureAwait(false);
                return await EndAsync(session, device, watch, show.Booted).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Brings a device down that is still running, or says why it is not.</summary>
    public static async Task<ExitCode> EndAsync(Session session, EmulatedDevice device, StatusWatch watch, bool booted)
    {
        if (device.Ended.IsCompleted)
        {
            await device.HearMonitorOutAsync().ConfigureAwait(false);
            if (booted && device.PoweredOff)
            {
                await session.Error.WriteLineAsync("The device switched itself off.").ConfigureAwait(false);
                return ExitCode.Success;
            }

            throw new BootFailedException(
                HostPanic.Find(device.Paths.HostLog) is { } panic
                    ? $"The host's kernel gave up: {panic}"
                    : $"The emulated device went away ({device.StopReason}).",
                $"Read what the host printed, {device.Paths.HostLog}, and what the emulator said, {device.Paths.EmulatorLog}.");
        }

        // Without a report there is nobody in the device who could be asked.
        if (watch.Latest is null)
        {
            await session.Error.WriteLineAsync("Stopping the emulator: the host has not booted yet.").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }

        await session.Error.WriteLineAsync("Shutting the device down; Ctrl-C again cuts its power.").ConfigureAwait(false);
        var begun = session.Time.GetTimestamp();

        // As it was before: a device that goes down does not report either.
        var silence = watch.Silence;
        var orderly = await device.PowerOffAsync(session.Interruption.AtOnce).ConfigureAwait(false);
        if (!orderly && !session.Interruption.AtOnce.IsCancellationRequested)
        {
            await EmulatorHungException.ThrowIfHungAsync(device, silence).ConfigureAwait(false);
        }

        await session.Error.WriteLineAsync(orderly
            ? $"The device is off, after {Amounts.Of(session.Time.GetElapsedTime(begun))}."
            : "The device did not go down in order; its power was cut.").ConfigureAwait(false);
        return !booted || session.Interruption.AtOnce.IsCancellationRequested ? ExitCode.Cancelled
            : orderly ? ExitCode.Success
            : ExitCode.ToolFailed;
    }
}
