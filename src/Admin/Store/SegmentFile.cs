// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using Ghaf.Journal;
using Google.Protobuf;

namespace Ghaf.Admin.Store;

/// <summary>
/// A file of records:
/// <code>
/// ghaf-log-1\n | first sequence, 8 bytes | hash before the first record, 32 bytes
/// length, 4 bytes | entry | hash, 32 bytes     and so on
/// </code>
/// Numbers are big-endian. A record whose length or whose end does not fit was not written to its end.
/// </summary>
internal static class SegmentFile
{
    public const int HeaderBytes = 11 + sizeof(ulong) + HashChain.HashBytes;

    // An entry's message has at most 64 KiB.
    private const int LongestEntry = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "ghaf-log-1\n"u8;

    public static string NameOf(ulong firstSequence) => $"{firstSequence:D20}.log";

    public static byte[] Header(ulong firstSequence, ReadOnlySpan<byte> previousHash)
    {
        var header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(Magic.Length), firstSequence);
        previousHash.CopyTo(header.AsSpan(Magic.Length + sizeof(ulong)));
        return header;
    }

    /// <summary>Adds a record to what is about to be written.</summary>
    /// <returns>Its hash.</returns>
    public static byte[] Write(Stream to, ReadOnlySpan<byte> previousHash, IMessage entry)
    {
        var bytes = entry.ToByteArray();
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        var hash = HashChain.Next(previousHash, bytes);
        to.Write(length);
        to.Write(bytes);
        to.Write(hash);
        return hash;
    }

    /// <summary>The first sequence and the hash before it; null when the file is shorter than a header.</summary>
    /// <exception cref="StoreException">It begins with something else.</exception>
    public static (ulong FirstSequence, byte[] PreviousHash)? ReadHeader(string path)
    {
        var header = new byte[HeaderBytes];
        using var file = File.OpenHandle(path, options: FileOptions.None, share: FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.Read(file, header, 0) < HeaderBytes)
        {
            return null;
        }

        return header.AsSpan().StartsWith(Magic)
            ? (BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(Magic.Length)), header[^HashChain.HashBytes..])
            : throw new StoreException($"{path} is no file of logs; move it away.");
    }

    /// <summary>The whole records in the first bytes of a segment.</summary>
    /// <param name="size">How many bytes; what comes behind may be about to be written.</param>
    public static IEnumerable<StoredRecord> Read(string path, long size)
    {
        var bytes = new byte[size];
        using (var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete))
        {
            size = RandomAccess.Read(file, bytes, 0);
        }

        var at = HeaderBytes;
        while (at + sizeof(int) <= size)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var end = at + sizeof(int) + (long)length + HashChain.HashBytes;
            if (length is <= 0 or > LongestEntry || end > size)
            {
                yield break;
            }

            yield return new StoredRecord(
                bytes.AsMemory(at + sizeof(int), length), bytes.AsMemory(at + sizeof(int) + length, HashChain.HashBytes));
            at = (int)end;
        }
    }

    /// <summary>How many bytes a record takes in a segment.</summary>
    public static int SizeOf(StoredRecord record) => sizeof(int) + record.Entry.Length + HashChain.HashBytes;
}
