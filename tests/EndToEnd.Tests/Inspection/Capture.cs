// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Buffers.Binary;
using System.Net;

namespace Ghaf.EndToEnd.Tests.Inspection;

/// <summary>
/// Packets as somebody on the way would see them, one in a millisecond, with right checksums; in the format of pcap-savefile(5), of
/// link type RAW: each begins with its IP header.
/// </summary>
internal sealed class Capture
{
    private const byte Tcp = 6;
    private const byte Udp = 17;

    private readonly ArrayBufferWriter<byte> _packets = new();
    private ushort _port = 40000;

    public Capture() => Write(0xa1b2c3d4, 0x0004_0002, 0, 0, 65535, 101);

    /// <summary>When the next packet passes.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>That packets have from now on.</summary>
    public byte TimeToLive { get; set; } = 64;

    public byte[] ToArray() => _packets.WrittenSpan.ToArray();

    /// <summary>A TCP connection from a port of its own.</summary>
    public Conversation Open(string client, string server, ushort port) => new(this, client, ++_port, server, port);

    /// <summary>The first packet of a connection that nobody answers.</summary>
    public void Knock(string client, string server, ushort port) => Segment(client, ++_port, server, port, 1000, 0, Conversation.Syn, []);

    public void Datagram(string source, ushort sourcePort, string target, ushort port, byte[] data)
    {
        var datagram = new byte[8 + data.Length];
        BinaryPrimitives.WriteUInt16BigEndian(datagram, sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(2), port);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(4), (ushort)datagram.Length);
        data.CopyTo(datagram, 8);
        Packet(source, target, Udp, datagram, checksumAt: 6);
    }

    public void Segment(
        string source, ushort sourcePort, string target, ushort port, uint sequence, uint acknowledged, byte flags, ReadOnlySpan<byte> data)
    {
        var segment = new byte[20 + data.Length];
        BinaryPrimitives.WriteUInt16BigEndian(segment, sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), port);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(segment.AsSpan(8), acknowledged);
        segment[12] = 5 << 4;
        segment[13] = flags;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(14), 65535);
        data.CopyTo(segment.AsSpan(20));
        Packet(source, target, Tcp, segment, checksumAt: 16);
    }

    private void Packet(string source, string target, byte protocol, byte[] content, int checksumAt)
    {
        var header = new byte[20];
        header[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(header.Length + content.Length));
        header[6] = 0x40;
        header[8] = TimeToLive;
        header[9] = protocol;
        IPAddress.Parse(source).GetAddressBytes().CopyTo(header, 12);
        IPAddress.Parse(target).GetAddressBytes().CopyTo(header, 16);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), Checksum(header));

        // RFC 9293, 3.1: over the addresses, the protocol and the length too.
        byte[] pseudo = [.. header.AsSpan(12, 8), 0, protocol, (byte)(content.Length >> 8), (byte)content.Length, .. content];
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(checksumAt), Checksum(pseudo));

        Now += TimeSpan.FromMilliseconds(1);
        var length = (uint)(header.Length + content.Length);
        Write((uint)Now.ToUnixTimeSeconds(), (uint)Now.Millisecond * 1000, length, length);
        _packets.Write(header);
        _packets.Write(content);
    }

    private void Write(params ReadOnlySpan<uint> words)
    {
        Span<byte> word = stackalloc byte[4];
        foreach (var value in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(word, value);
            _packets.Write(word);
        }
    }

    private static ushort Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i++)
        {
            sum += (i & 1) == 0 ? (uint)bytes[i] << 8 : bytes[i];
        }

        sum = (sum >> 16) + (sum & 0xffff);
        return (ushort)~((sum >> 16) + sum);
    }
}
