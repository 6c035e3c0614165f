// SPDX-License-Identifier: Apache-2.0
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.SupplyChain;

/// <summary>One Authenticode signature of a UEFI program: what it says it signs, and who.</summary>
/// <remarks>
/// A PKCS #7 SignedData whose content is an SpcIndirectDataContent with the program's hash; the signature is over attributes,
/// one of which is the hash of that content.
/// </remarks>
internal sealed record ProgramSignature
{
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The hash that the program must have.</summary>
    public required byte[] Program { get; init; }

    public required string Issuer { get; init; }

    private ReadOnlyMemory<byte> Content { get; init; }

    private ReadOnlyMemory<byte> Attributes { get; init; }

    private byte[] Bytes { get; init; } = [];

    /// <exception cref="AsnContentException">It is no signature of a program.</exception>
    public static ProgramSignature Read(byte[] signature)
    {
        var wrapped = new AsnReader(signature, AsnEncodingRules.BER).ReadSequence();
        wrapped.ReadObjectIdentifier();
        var signed = wrapped.ReadSequence(Zero).ReadSequence();
        signed.ReadInteger();
        signed.ReadSetOf();
        var content = signed.ReadSequence();
        content.ReadObjectIdentifier();
        var inside = content.ReadSequence(Zero);
        var covered = inside.PeekContentBytes();
        var indirect = inside.ReadSequence();
        indirect.ReadSequence();
        var digest = indirect.ReadSequence();
        digest.ReadSequence();
        var program = digest.ReadOctetString();
        while (signed.PeekTag().TagClass == TagClass.ContextSpecific)
        {
            signed.ReadEncodedValue();
        }

        var signer = signed.ReadSetOf().ReadSequence();
        signer.ReadInteger();
        var issuer = new X500DistinguishedName(signer.ReadSequence().ReadEncodedValue().Span);
        signer.ReadSequence();
        var attributes = signer.ReadEncodedValue();
        signer.ReadSequence();
        return new ProgramSignature
        {
            Program = program, Issuer = issuer.Name, Content = covered, Attributes = attributes, Bytes = signer.ReadOctetString(),
        };
    }

    /// <summary>Whether the holder of the certificate's key made it, whatever program it is attached to.</summary>
    public bool IsBy(X509Certificate2 certificate)
    {
        // They are signed as what they are, a set, and written as a part.
        byte[] set = [0x31, .. Attributes.Span[1..]];
        using var key = certificate.GetRSAPublicKey();
        return key is not null
            && key.VerifyData(set, Bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            && Digest(set).AsSpan().SequenceEqual(SHA256.HashData(Content.Span));
    }

    private static byte[] Digest(byte[] set)
    {
        var attributes = new AsnReader(set, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            if (attribute.ReadObjectIdentifier() == MessageDigest)
            {
                return attribute.ReadSetOf().ReadOctetString();
            }
        }

        return [];
    }
}
