// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ghaf.Images.Tests;

/// <summary>A web server of one file that misbehaves as told, on 127.0.0.1.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly byte[]? _body;

    /// <param name="body">Answered to every request; null for 404.</param>
    public LoopbackServer(byte[]? body)
    {
        _body = body;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/debian/");

    /// <summary>The offset at which each request asked to begin.</summary>
    public ConcurrentQueue<long> Requests { get; } = [];

    /// <summary>So many first answers end after half of what they promised.</summary>
    public int Drops { get; init; }

    /// <summary>So many first answers fall silent after half of what they promised.</summary>
    public int Stalls { get; init; }

    /// <summary>So many first answers are 503.</summary>
    public int Refusals { get; init; }

    public bool KnowsRanges { get; init; } = true;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var end = _end.Token;
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(end);
                _ = AnswerAsync(client, end);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken end)
    {
        using var _ = client;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        long from = 0;
        while (await reader.ReadLineAsync(end) is { Length: > 0 } line)
        {
            if (KnowsRanges && line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
            {
                from = long.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            }
        }

        Requests.Enqueue(from);
        var number = Requests.Count;
        if (_body is null || number <= Refusals)
        {
            await HeadAsync(stream, _body is null ? "404 Not Found" : "503 Service Unavailable", "Content-Length: 0\r\n", end);
            return;
        }

        var body = _body.AsMemory((int)from);
        var range = from > 0 ? $"Content-Range: bytes {from}-{_body.Length - 1}/{_body.Length}\r\n" : "";
        await HeadAsync(stream, from > 0 ? "206 Partial Content" : "200 OK", $"Content-Length: {body.Length}\r\n{range}", end);
        var faulty = number <= Math.Max(Drops, Stalls);
        await stream.WriteAsync(faulty ? body[..(body.Length / 2)] : body, end);
        if (number <= Stalls)
        {
            await Task.Delay(Timeout.Infinite, end);
        }
    }

    private static Task HeadAsync(NetworkStream stream, string status, string headers, CancellationToken end) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n"), end).AsTask();
}
