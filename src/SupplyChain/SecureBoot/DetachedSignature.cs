// SPDX-License-Identifier: Apache-2.0
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.SupplyChain;

/// <summary>
/// A PKCS #7 SignedData (RFC 2315) over bytes that are not in it, without attributes and therefore without a time, as UEFI
/// wants it with an update of a variable: not wrapped in a ContentInfo.
/// </summary>
internal static class DetachedSignature
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256Hash = "2.16.840.1.101.3.4.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private static readonly Asn1Tag Certificates = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public static byte[] Of(byte[] content, SigningKey signer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSetOf())
            {
                WriteAlgorithm(writer, Sha256Hash);
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Data);
            }

            using (writer.PushSequence(Certificates))
            {
                writer.WriteEncodedValue(signer.Certificate.RawData);
            }

            using (writer.PushSetOf())
            {
                WriteSigner(writer, signer.Certificate, signer.Sign(content));
            }
        }

        return writer.Encode();
    }

    private static void WriteSigner(AsnWriter writer, X509Certificate2 certificate, byte[] signature)
    {
        using var signer = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        WriteAlgorithm(writer, Sha256Hash);
        WriteAlgorithm(writer, RsaEncryption);
        writer.WriteOctetString(signature);
    }

    private static void WriteAlgorithm(AsnWriter writer, string identifier)
    {
        using var algorithm = writer.PushSequence();
        writer.WriteObjectIdentifier(identifier);
        writer.WriteNull();
    }
}
