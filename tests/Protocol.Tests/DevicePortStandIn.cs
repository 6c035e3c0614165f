// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Text;

namespace Ghaf.Protocol.Tests;

/// <summary>The emulator's side of one port: a Unix socket that serves one client at a time.</summary>
internal sealed class DevicePortStandIn : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly LineAssembler _lines = new();
    private Socket? _client;

    public DevicePortStandIn()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen(1);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ghaf-port-{Guid.NewGuid():N}"[..24]);

    public async Task<ControlRequest> ReadRequestAsync()
    {
        _client ??= await _listener.AcceptAsync();
        byte[]? line;
        var buffer = new byte[4096];
        while (!_lines.TryTake(out line))
        {
            _lines.Append(buffer.AsSpan(0, await _client.ReceiveAsync(buffer)));
        }

        Assert.True(ProtocolLine.TryRead(line, ProtocolJson.Default.ControlRequest, out var request, out var reason), reason);
        return request;
    }

    public async Task WriteAsync(string text)
    {
        _client ??= await _listener.AcceptAsync();
        await _client.SendAsync(Encoding.UTF8.GetBytes(text));
    }

    public Task ReplyAsync(ControlReply reply)
        => WriteAsync(Encoding.UTF8.GetString(ProtocolLine.Write(reply, ProtocolJson.Default.ControlReply)));

    public void HangUp() => _client?.Dispose();

    public void Dispose()
    {
        _client?.Dispose();
        _listener.Dispose();
        File.Delete(Path);
    }
}
