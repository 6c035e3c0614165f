// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Text;

namespace Ghaf.EndToEnd.Tests.Inspection;

/// <summary>What programs say to each other.</summary>
internal static class Messages
{
    private const byte Handshake = 22;
    private const ushort Text = 16;

    public static string Get(string path, string header = "Accept: */*") =>
        $"GET {path} HTTP/1.1\r\nHost: web.outside.test\r\n{header}\r\n\r\n";

    public static string Page(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <param name="type">1 for an address, 16 for a text.</param>
    public static byte[] Question(string name, ushort type = 1) => [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. Name(name), .. Number(type), .. Number(1)];

    /// <summary>The answer to a question for a text, in as many strings of 200 bytes as it takes.</summary>
    public static byte[] TextAnswer(string name, string text)
    {
        byte[] data = [.. Encoding.ASCII.GetBytes(text).Chunk(200).SelectMany(part => part.Prepend((byte)part.Length))];
        return
        [
            0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. Name(name), .. Number(Text), .. Number(1),
            0xc0, 12, .. Number(Text), .. Number(1), 0, 0, 0, 60, .. Number((ushort)data.Length), .. data,
        ];
    }

    public static byte[] ClientHello(string serverName)
    {
        var name = Encoding.ASCII.GetBytes(serverName);
        byte[] entry = [0, .. Number((ushort)name.Length), .. name];
        byte[] extension = [0, 0, .. Number((ushort)(entry.Length + 2)), .. Number((ushort)entry.Length), .. entry];
        return Record(Message(1,
            [3, 3, .. new byte[32], 0, 0, 2, 0xc0, 0x2f, 1, 0, .. Number((ushort)extension.Length), .. extension]));
    }

    /// <summary>Of TLS 1.2, where the certificate can be read on the way.</summary>
    public static byte[] ServerHello(byte[] certificate)
    {
        byte[] list = [.. Long(certificate.Length), .. certificate];
        return
        [
            .. Record(Message(2, [3, 3, .. new byte[32], 0, 0xc0, 0x2f, 0])),
            .. Record(Message(11, [.. Long(list.Length), .. list])),
            .. Record(Message(14, [])),
        ];
    }

    private static byte[] Message(byte type, byte[] body) => [type, .. Long(body.Length), .. body];

    private static byte[] Record(byte[] message) => [Handshake, 3, 3, .. Number((ushort)message.Length), .. message];

    private static byte[] Name(string name) =>
        [.. name.Split('.').SelectMany(label => Encoding.ASCII.GetBytes(label).Prepend((byte)label.Length)), 0];

    private static byte[] Number(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Long(int value) => [(byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
