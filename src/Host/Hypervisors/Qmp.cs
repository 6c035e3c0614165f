// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Hypervisors;

/// <summary>
/// The monitor of one QEMU. Requests and answers are lines of JSON, with events in between:
/// <code>
/// ← {"QMP":{"version":…,"capabilities":[]}}
/// → {"execute":"qmp_capabilities"}
/// ← {"return":{}}
/// ← {"timestamp":…,"event":"POWERDOWN"}
/// </code>
/// </summary>
internal sealed class Qmp : IDisposable
{
    private readonly Descriptor _socket;
    private readonly LineAssembler _lines = new(64 * 1024);

    private Qmp(Descriptor socket) => _socket = socket;

    /// <exception cref="Win32Exception">Nobody listens there, or it is not QEMU's monitor.</exception>
    public static Qmp Connect(string path, TimeSpan limit)
    {
        var monitor = new Qmp(Sockets.ConnectUnix(path, limit));
        if (monitor.Await("QMP", limit) is not null && monitor.Execute("qmp_capabilities", limit))
        {
            return monitor;
        }

        monitor.Dispose();
        throw new Win32Exception(71, $"{path} does not answer as QEMU's monitor does.");
    }

    /// <summary>Runs a command without arguments; false when QEMU refused it, is gone, or did not answer in time.</summary>
    public bool Execute(string command, TimeSpan limit) => Ask(command, "{}", limit) is not null;

    /// <summary>What a command answers; null when QEMU refused it, is gone, or did not answer in time.</summary>
    /// <param name="arguments">An object of JSON.</param>
    public JsonElement? Ask(string command, string arguments, TimeSpan limit)
    {
        var request = $"{{\"execute\":\"{command}\",\"arguments\":{arguments}}}\n";
        return _socket.WriteAll(Encoding.UTF8.GetBytes(request), limit) ? Await("return", limit) : null;
    }

    public void Dispose() => _socket.Dispose();

    private JsonElement? Await(string member, TimeSpan limit)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < limit)
        {
            while (_lines.TryTake(out var line))
            {
                using var message = JsonDocument.Parse(line);
                if (message.RootElement.TryGetProperty(member, out var value))
                {
                    return value.Clone();
                }

                if (message.RootElement.TryGetProperty("error", out _))
                {
                    return null;
                }
            }

            if (!Receive(TimeSpan.FromMilliseconds(200)))
            {
                return null;
            }
        }

        return null;
    }

    private bool Receive(TimeSpan limit)
    {
        if (_socket.Wait(Readiness.Readable, limit) == Readiness.None)
        {
            return true;
        }

        try
        {
            var buffer = new byte[4096];
            var read = _socket.Read(buffer);
            _lines.Append(buffer.AsSpan(0, Math.Max(read, 0)));
            return read != 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
