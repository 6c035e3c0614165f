// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.EndToEnd.Tests.Inspection;

/// <summary>A TCP connection in a capture: opened at once, and each side's data is acknowledged by the other.</summary>
internal sealed class Conversation
{
    public const byte Syn = 0x02;
    private const byte Fin = 0x01;
    private const byte Push = 0x08;
    private const byte Acknowledge = 0x10;
    private const int MostData = 1400;

    private readonly Capture _capture;
    private readonly (string Address, ushort Port) _client;
    private readonly (string Address, ushort Port) _server;
    private uint _sent = 1000;
    private uint _received = 2000;

    public Conversation(Capture capture, string client, ushort clientPort, string server, ushort port)
    {
        _capture = capture;
        _client = (client, clientPort);
        _server = (server, port);
        FromClient(Syn);
        _sent++;
        FromServer(Syn | Acknowledge);
        _received++;
        FromClient(Acknowledge);
    }

    public Conversation Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public Conversation Send(byte[] data)
    {
        foreach (var part in data.Chunk(MostData))
        {
            FromClient(Push | Acknowledge, part);
            _sent += (uint)part.Length;
            FromServer(Acknowledge);
        }

        return this;
    }

    public Conversation Receive(string text) => Receive(Encoding.Latin1.GetBytes(text));

    public Conversation Receive(byte[] data)
    {
        foreach (var part in data.Chunk(MostData))
        {
            FromServer(Push | Acknowledge, part);
            _received += (uint)part.Length;
            FromClient(Acknowledge);
        }

        return this;
    }

    public void Close()
    {
        FromClient(Fin | Acknowledge);
        _sent++;
        FromServer(Fin | Acknowledge);
        _received++;
        FromClient(Acknowledge);
    }

    private void FromClient(int flags, byte[]? data = null) =>
        _capture.Segment(_client.Address, _client.Port, _server.Address, _server.Port, _sent, (flags & Acknowledge) == 0 ? 0 : _received, (byte)flags, data ?? []);

    private void FromServer(int flags, byte[]? data = null) =>
        _capture.Segment(_server.Address, _server.Port, _client.Address, _client.Port, _received, _sent, (byte)flags, data ?? []);
}
