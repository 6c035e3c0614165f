// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Exec;
using Ghaf.Protocol;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>A device that runs in the emulator, from the start of the process until nothing of it is left.</summary>
internal sealed class EmulatedDevice : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan OrderlyLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PressAgain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _kill = new();
    private readonly TimeProvider _time;
    private Qmp? _monitor;

    private EmulatedDevice(EmulationPaths paths, TimeProvider time, Func<CancellationToken, Task<CommandResult>> run)
    {
        Paths = paths;
        _time = time;
        Begun = time.GetTimestamp();
        Ended = run(_kill.Token);
    }

    public EmulationPaths Paths { get; }

    /// <summary>When the emulator was started.</summary>
    public long Begun { get; }

    /// <summary>Completes when the emulator has ended, however that came.</summary>
    public Task<CommandResult> Ended { get; }

    /// <summary>Whether the machine switched itself off, as opposed to a crash or a reset.</summary>
    public bool PoweredOff => _monitor?.StopReason is "guest-shutdown";

    public string StopReason => _monitor?.StopReason ?? "unknown";

    /// <summary>Starts the emulator and waits until its sockets are there.</summary>
    /// <param name="run">Runs the emulator; its token kills it.</param>
    /// <exception cref="BootFailedException">It ended at once.</exception>
    public static async Task<EmulatedDevice> StartAsync(
        EmulationPaths paths, Func<CancellationToken, Task<CommandResult>> run, TimeProvider time, CancellationToken cancellation)
    {
        var device = new EmulatedDevice(paths, time, run);
        try
        {
            await device.ConnectAsync(cancellation).ConfigureAwait(false);
            return device;
        }
        catch
        {
            await device.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Presses the device's power button and waits up to two minutes, which an emulated processor may need; then ends the
    /// emulator. At once with <paramref name="atOnce"/>.
    /// </summary>
    /// <returns>Whether the device went down in order.</returns>
    public async Task<bool> PowerOffAsync(CancellationToken atOnce)
    {
        try
        {
            // A host that is still starting may not hear the first time; one that goes down already does not mind.
            for (var begun = _time.GetTimestamp(); !Ended.IsCompleted && _time.GetElapsedTime(begun) < OrderlyLimit;)
            {
                await (_monitor?.PressPowerButtonAsync(atOnce) ?? Task.CompletedTask).ConfigureAwait(false);
                await Task.WhenAny(Ended, Task.Delay(PressAgain, _time, atOnce)).ConfigureAwait(false);
                atOnce.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // The user does not want to wait: the power is cut below.
        }

        if (Ended.IsCompleted)
        {
            await HearMonitorOutAsync().ConfigureAwait(false);
        }

        return Ended.IsCompleted && PoweredOff;
    }

    /// <summary>Whether the emulator, which has not ended, answers on its monitor.</summary>
    public async Task<bool> AnswersAsync() => _monitor is not null && await _monitor.AnswersAsync(QuitLimit, _time).ConfigureAwait(false);

    /// <summary>Learns why the emulator ended, once it has.</summary>
    public async Task HearMonitorOutAsync()
    {
        try
        {
            await (_monitor?.WaitForEndAsync(QuitLimit, _time) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Then the reason stays unknown.
        }
    }

    /// <summary>Ends the emulator, if it has not ended, by word and then by force.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_monitor is not null && !Ended.IsCompleted)
            {
                await _monitor.QuitAsync(CancellationToken.None).ConfigureAwait(false);
                await Ended.WaitAsync(QuitLimit, _time).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is TimeoutException or GhafException)
        {
            // By force then.
        }

        await _kill.CancelAsync().ConfigureAwait(false);
        await ((Task)Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _monitor?.Dispose();
        _kill.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        var begun = _time.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Ended.IsCompleted)
            {
                var result = await Ended.ConfigureAwait(false);
                throw new BootFailedException(
                    $"The emulator ended at once, with status {result.Status}:\n{result.Error.Trim()}",
                    $"Its log is {Paths.EmulatorLog}.");
            }

            try
            {
                _monitor = await Qmp.ConnectAsync(Paths.Qmp, cancellation).ConfigureAwait(false);
                return;
            }
            catch (SocketException) when (_time.GetElapsedTime(begun) < StartLimit)
            {
                await Task.Delay(Pause, _time, cancellation).ConfigureAwait(false);
            }
        }
    }
}
