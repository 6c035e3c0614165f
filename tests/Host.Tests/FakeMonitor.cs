// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text.Json;

namespace Ghaf.Host.Tests;

/// <summary>A QEMU monitor with a balloon that moves by a step at each question, down to the least that the guest can do with; it pauses and resumes.</summary>
internal sealed class FakeMonitor : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly long _least;
    private long _target;
    private long _actual;

    public FakeMonitor(long memory, long least = 0)
    {
        _target = _actual = memory;
        _least = least;
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ghaf-qmp-{Guid.NewGuid():N}"[..24]);
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen(4);
        Task.Run(Serve);
    }

    public string Path { get; }

    /// <summary>Whether its VM stands still.</summary>
    public bool IsPaused { get; set; }

    public long Target => Interlocked.Read(ref _target);

    public void Dispose()
    {
        _listener.Dispose();
        File.Delete(Path);
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var stream = new NetworkStream(_listener.Accept(), ownsSocket: true);
                using var reader = new StreamReader(stream);
                using var writer = new StreamWriter(stream) { AutoFlush = true };
                writer.WriteLine("""{"QMP":{"version":{},"capabilities":[]}}""");
                while (reader.ReadLine() is { } line)
                {
                    writer.WriteLine("""{"timestamp":{},"event":"BALLOON_CHANGE","data":{}}""");
                    writer.WriteLine(Answer(JsonDocument.Parse(line).RootElement));
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private string Answer(JsonElement request)
    {
        switch (request.GetProperty("execute").GetString())
        {
            case "balloon":
                Interlocked.Exchange(ref _target, request.GetProperty("arguments").GetProperty("value").GetInt64());
                return """{"return":{}}""";
            case "query-balloon":
                var goal = Math.Max(_target, _least);
                _actual += Math.Clamp(goal - _actual, -(16 << 20), 16 << 20);
                return $$$"""{"return":{"actual":{{{_actual}}}}}""";
            case "stop" or "cont":
                IsPaused = request.GetProperty("execute").GetString() == "stop";
                return """{"return":{}}""";
            case "query-status":
                return $$$"""{"return":{"status":"{{{(IsPaused ? "paused" : "running")}}}","running":true}}""";
            case "qmp_capabilities":
                return """{"return":{}}""";
            default:
                return """{"error":{"class":"CommandNotFound","desc":""}}""";
        }
    }
}
