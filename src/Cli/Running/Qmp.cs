// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text.Json;

namespace Ghaf.Cli;

/// <summary>The emulator's monitor: it tells why the machine stops, and can be told to stop it.</summary>
/// <remarks>
/// <code>
/// {"QMP": {"version": …}}
/// {"event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-shutdown"}, "timestamp": …}
/// </code>
/// </remarks>
internal sealed class Qmp : IDisposable
{
    private readonly Socket _socket;
    private readonly Task _reading;
    private TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Qmp(Socket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    /// <summary>Why the machine stopped, in QEMU's words such as <c>guest-shutdown</c>; null while it runs.</summary>
    public string? StopReason { get; private set; }

    public static async Task<Qmp> ConnectAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
            await socket.SendAsync("{\"execute\":\"qmp_capabilities\"}\n"u8.ToArray(), cancellation).ConfigureAwait(false);
            return new Qmp(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Ends the machine as if its power was cut. Does nothing if it is gone.</summary>
    public Task QuitAsync(CancellationToken cancellation) => OrderAsync("{\"execute\":\"quit\"}\n"u8.ToArray(), cancellation);

    /// <summary>What a person does to a machine that should go down in order. Does nothing if it is gone.</summary>
    public Task PressPowerButtonAsync(CancellationToken cancellation) =>
        OrderAsync("{\"execute\":\"system_powerdown\"}\n"u8.ToArray(), cancellation);

    /// <summary>Whether the emulator itself answers, whatever the machine in it does.</summary>
    public async Task<bool> AnswersAsync(TimeSpan limit, TimeProvider time)
    {
        _answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _socket.SendAsync("{\"execute\":\"query-status\"}\n"u8.ToArray()).ConfigureAwait(false);
            await _answered.Task.WaitAsync(limit, time).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Waits until the emulator has closed its monitor, so that all it said was heard.</summary>
    public Task WaitForEndAsync(TimeSpan limit, TimeProvider time) => _reading.WaitAsync(limit, time);

    public void Dispose() => _socket.Dispose();

    private async Task OrderAsync(byte[] order, CancellationToken cancellation)
    {
        try
        {
            await _socket.SendAsync(order, cancellation).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // It has ended meanwhile.
        }
    }

    private async Task ReadAsync()
    {
        using var reader = new StreamReader(new NetworkStream(_socket, ownsSocket: false));
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                using var message = JsonDocument.Parse(line);
                if (message.RootElement.TryGetProperty("return", out _))
                {
                    _answered.TrySetResult();
                }

                if (message.RootElement.TryGetProperty("event", out var name) && name.GetString() == "SHUTDOWN")
                {
                    StopReason = message.RootElement.GetProperty("data").GetProperty("reason").GetString();
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or JsonException)
        {
            // The emulator is gone, killed perhaps in the middle of a line.
        }
    }
}
