// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.SupplyChain;

/// <summary>The content of UEFI's variables PK, KEK and db.</summary>
/// <remarks>
/// For each certificate an EFI_SIGNATURE_LIST (UEFI 2.10, 32.4.1), little-endian:
/// <code>
/// a159c0a5 e494a74a 87b5ab15 5c2bf072   EFI_CERT_X509_GUID
/// size of the list   0   size of the signature
/// owner's GUID       certificate as DER
/// </code>
/// </remarks>
internal static class SignatureList
{
    private const int GuidSize = 16;
    private const int HeaderSize = GuidSize + 12;
    private static readonly Guid X509 = new("a5c059a1-94e4-4aa7-87b5-ab155c2bf072");

    public static byte[] Of(Guid owner, IEnumerable<X509Certificate2> certificates) =>
        [.. certificates.SelectMany(certificate => Of(owner, certificate.RawData))];

    private static byte[] Of(Guid owner, byte[] certificate)
    {
        var list = new byte[HeaderSize + GuidSize + certificate.Length];
        X509.TryWriteBytes(list);
        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(GuidSize), list.Length);
        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(GuidSize + 8), GuidSize + certificate.Length);
        owner.TryWriteBytes(list.AsSpan(HeaderSize));
        certificate.CopyTo(list, HeaderSize + GuidSize);
        return list;
    }
}
