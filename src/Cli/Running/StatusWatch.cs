// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>Keeps the newest report of the host daemon.</summary>
internal sealed class StatusWatch : IAsyncDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _end = new();
    private readonly TimeProvider _time;
    private readonly Task _reading;
    private long _heard;

    public StatusWatch(string socketPath, TimeProvider time)
    {
        _time = time;
        _heard = time.GetTimestamp();
        _reading = ReadAsync(socketPath);
    }

    /// <summary>Null until the daemon has reported for the first time.</summary>
    public DeviceStatus? Latest { get; private set; }

    /// <summary>When the host's kernel began, as a timestamp of our clock, by the age that it told first; null until then.</summary>
    public long? KernelBegan { get; private set; }

    /// <summary>How the host is made; null until it has found out.</summary>
    public HostPosture? Posture { get; private set; }

    /// <summary>What opens the storage of a new device, if it reported one. It does so once.</summary>
    public string? RecoveryKey { get; private set; }

    /// <summary>Since the last report, or since the start if there was none.</summary>
    public TimeSpan Silence => _time.GetElapsedTime(Interlocked.Read(ref _heard));

    /// <summary>Waits for a report of which something is true.</summary>
    /// <returns>That report; null if the limit passed first.</returns>
    public Task<DeviceStatus?> WaitAsync(Func<DeviceStatus, bool> wanted, TimeSpan limit, CancellationToken cancellation) =>
        WaitAsync(() => Latest is { } status && wanted(status) ? status : null, limit, cancellation);

    /// <summary>Waits until the host has said how it is made.</summary>
    /// <returns>Null if the limit passed first.</returns>
    public Task<HostPosture?> WaitForPostureAsync(TimeSpan limit, CancellationToken cancellation) =>
        WaitAsync(() => Posture, limit, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task<T?> WaitAsync<T>(Func<T?> look, TimeSpan limit, CancellationToken cancellation)
        where T : class
    {
        var begun = _time.GetTimestamp();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            if (_time.GetElapsedTime(begun) > limit)
            {
                return null;
            }

            await Task.Delay(Pause, _time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(string socketPath)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await StatusClient.ConnectAsync(socketPath, ConnectLimit, _time, _end.Token).ConfigureAwait(false);
                await foreach (var report in client.ReadAsync(_end.Token).ConfigureAwait(false))
                {
                    KernelBegan ??= report.Status is { } first
                        ? _time.GetTimestamp() - (long)(first.UptimeSeconds * _time.TimestampFrequency)
                        : null;
                    Latest = report.Status ?? Latest;
                    Posture = report.Posture ?? Posture;
                    RecoveryKey = report.RecoveryKey ?? RecoveryKey;
                    Interlocked.Exchange(ref _heard, _time.GetTimestamp());
                }
            }
            catch (Exception e) when (e is ControlException or System.Net.Sockets.SocketException)
            {
                // The emulator is not there yet, or gone: whoever watches it says so.
            }

            await Task.Delay(Pause, _time, _end.Token).ConfigureAwait(false);
        }
    }
}
