// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Protocol;
using Spectre.Console;

namespace Ghaf.Cli;

/// <summary>Shows a running device until something ends that: a signal, the device itself, a boot that does not come.</summary>
internal sealed class WatchDevice(Session session, EmulatedDevice device, StatusWatch watch, TimeSpan bootLimit)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(15);

    private bool _recoveryKeyShown;
    private readonly long _begun = session.Time.GetTimestamp();

    /// <summary>Whether every VM has been ready, or has failed, at some time.</summary>
    public bool Booted { get; private set; }

    private TimeSpan Elapsed => session.Time.GetElapsedTime(_begun);

    /// <summary>Until all VMs are ready or failed; tells of changes in lines.</summary>
    public Task UntilBootedAsync(TextWriter output, CancellationToken cancellation) =>
        LoopAsync(() => Booted, LinesTo(output), cancellation);

    /// <summary>Until the token or the device ends it; the token does not throw.</summary>
    public async Task UntilEndAsync(OutputFormat format, CancellationToken cancellation)
    {
        try
        {
            await ShowAsync(format, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // This is how it is meant to end.
        }
    }

    private Task ShowAsync(OutputFormat format, CancellationToken cancellation)
    {
        if (format == OutputFormat.Json)
        {
            // Also those without a change: memory in use moves all the time and is no event.
            DateTimeOffset? shown = null;
            return LoopAsync(() => false, status =>
            {
                if (status is not null && status.Time != shown)
                {
                    shown = status.Time;
                    session.Output.WriteLine(JsonSerializer.Serialize(status, ProtocolJson.Default.DeviceStatus));
                }
            }, cancellation);
        }

        if (!session.Screen.IsLive())
        {
            return LoopAsync(() => false, LinesTo(session.Output), cancellation);
        }

        return session.Screen.Live(Waiting()).AutoClear(false).StartAsync(context => LoopAsync(() => false, status =>
        {
            context.UpdateTarget(status is null ? Waiting() : Table(status));
            context.Refresh();
        }, cancellation));
    }

    private Action<DeviceStatus?> LinesTo(TextWriter output)
    {
        var lines = new StatusLines();
        return status =>
        {
            foreach (var line in status is null ? [] : lines.Changes(status))
            {
                output.WriteLine($"{Elapsed.TotalSeconds,6:0.0} s  {line}");
            }
        };
    }

    private async Task LoopAsync(Func<bool> enough, Action<DeviceStatus?> show, CancellationToken cancellation)
    {
        while (true)
        {
            var status = watch.Latest is { } latest ? WithFirmware(latest) : null;
            Booted |= status?.Vms.All(vm => vm.State is VmState.Ready or VmState.Failed) ?? false;
            show(status);
            ShowRecoveryKey();
            if (enough() || device.Ended.IsCompleted)
            {
                return;
            }

            ThrowIfLost(status);
            await Task.WhenAny(device.Ended, Task.Delay(Tick, session.Time, cancellation)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    // An emulated firmware does not tell how long it took. From outside it is seen: until the kernel began, loader included.
    private DeviceStatus WithFirmware(DeviceStatus status) =>
        status.Boot is { Firmware: null, Loader: null } boot && watch.KernelBegan is { } kernel
            ? status with
            {
                Boot = boot with { Firmware = Math.Round(session.Time.GetElapsedTime(device.Begun, kernel).TotalSeconds, 2) },
            }
            : status;

    // For people only, on their screen: a log, a pipe or a program's record is no place for it.
    private void ShowRecoveryKey()
    {
        if (_recoveryKeyShown || watch.RecoveryKey is not { } key)
        {
            return;
        }

        _recoveryKeyShown = true;
        session.Error.WriteLine(Console.IsErrorRedirected
            ? "The device made a recovery key for its storage; it is shown on a terminal only, and this is none."
            : $"Recovery key of the device's storage, shown this once; keep it where nobody finds it:\n  {key}");
    }

    private void ThrowIfLost(DeviceStatus? status)
    {
        var log = $"Read what the host printed: {device.Paths.HostLog}";
        if (watch.Silence > Suspicious && HostPanic.Find(device.Paths.HostLog) is { } panic)
        {
            throw new BootFailedException($"The host's kernel gave up: {panic}", log);
        }

        if (status is null && Elapsed > bootLimit)
        {
            throw new BootFailedException(
                $"The host did not report within {bootLimit.TotalSeconds:0} s.", log + "; wait longer with --boot-limit.");
        }
    }

    private Text Waiting() => new($" The host is booting … {Amounts.Of(TimeSpan.FromSeconds(Math.Floor(Elapsed.TotalSeconds)))}");

    private Rows Table(DeviceStatus status)
    {
        var silent = watch.Silence > Suspicious ? $" The host has not reported for {Amounts.Of(watch.Silence)}." : "";
        return new Rows(
            StatusTable.Of(status),
            new Text(
                $" In another terminal: ghaf vm list · ghaf vm console {(status.Vms is [var first, ..] ? first.Name : "NAME")} · "
                + $"ghaf console.  Ctrl-C shuts the device down.{silent}",
                new Style(Color.Grey)));
    }
}
