// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;

namespace Ghaf.Journal;

/// <summary>
/// Ties each record to all before it: its hash is SHA-256 over the hash before it and its own bytes. Who knows one hash notices
/// whatever is done to the records up to it.
/// </summary>
public static class HashChain
{
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first record of all.</summary>
    public static byte[] Start => new byte[HashBytes];

    public static byte[] Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(record);
        return hash.GetHashAndReset();
    }
}
