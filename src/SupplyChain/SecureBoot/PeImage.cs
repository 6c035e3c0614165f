// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ghaf.SupplyChain;

/// <summary>The parts of a UEFI program that its signature is about.</summary>
/// <remarks>
/// <code>
/// 3c: offset of "PE\0\0"; 24 bytes on, the optional header: magic 20b (64 bits) or 10b, checksum at 64,
/// the fifth of the data directories, at 144 or 128: offset and size of the certificates in the file
/// certificate: length (with these 8 bytes), revision 0200, type 0002, PKCS #7; padded to 8 bytes
/// </code>
/// </remarks>
internal sealed class PeImage
{
    private const int CertificateHeader = 8;
    private readonly byte[] _file;
    private readonly int _checksum;
    private readonly int _directory;

    private PeImage(byte[] file, int checksum, int directory)
    {
        _file = file;
        _checksum = checksum;
        _directory = directory;
    }

    /// <summary>Null if it is no program.</summary>
    public static PeImage? TryRead(byte[] file)
    {
        if (file.Length < 0x40 || file[0] != 'M' || file[1] != 'Z')
        {
            return null;
        }

        var header = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(0x3c));
        if (header < 0 || header > file.Length - 0x110 || !file.AsSpan(header, 4).SequenceEqual("PE\0\0"u8))
        {
            return null;
        }

        var optional = header + 24;
        var directory = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(optional)) == 0x20b ? optional + 144 : optional + 128;
        var image = new PeImage(file, optional + 64, directory);
        return image.Table.End <= file.Length ? image : null;
    }

    /// <summary>What is signed: all but the checksum, and where the certificates are, and these.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (begin, _) = Table;
        var end = begin == 0 ? _file.Length : begin;
        hash.AppendData(_file, 0, _checksum);
        hash.AppendData(_file, _checksum + 4, _directory - _checksum - 4);
        hash.AppendData(_file, _directory + 8, end - _directory - 8);
        return hash.GetHashAndReset();
    }

    /// <summary>Each as PKCS #7.</summary>
    public IEnumerable<byte[]> Signatures()
    {
        var (at, end) = Table;
        while (at > 0 && at + CertificateHeader < end)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(at));
            if (length <= CertificateHeader || at + length > end)
            {
                yield break;
            }

            yield return _file[(at + CertificateHeader)..(at + length)];
            at += (length + 7) / 8 * 8;
        }
    }

    private (int Begin, int End) Table
    {
        get
        {
            var begin = BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(_directory));
            return (begin, begin + BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(_directory + 4)));
        }
    }
}
