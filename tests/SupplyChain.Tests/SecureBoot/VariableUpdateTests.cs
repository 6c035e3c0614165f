// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ghaf.SupplyChain.Tests.SecureBoot;

/// <summary>The bytes by the letter of the specification; that a firmware takes them is a test that boots one.</summary>
public sealed class VariableUpdateTests : IDisposable
{
    private const int TimeSize = 16;
    private const int CertificateHeader = 24;
    private static readonly Guid Security = new("d719b2cb-3d3a-4596-a3bc-dad00e67656f");
    private readonly ScratchFolder _scratch = new();

    [Fact]
    public void The_platform_key_is_signed_by_itself_and_db_by_KEK()
    {
        var keys = KeyFolder.In(_scratch.Path);
        CreateKeys.Run(keys, "Test", replace: false, TimeProvider.System);
        foreach (var (variable, vendor, signer) in ((string, Guid, string)[])
        [
            ("PK", new("8be4df61-93ca-11d2-aa0d-00e098032b8c"), "PK"),
            ("KEK", new("8be4df61-93ca-11d2-aa0d-00e098032b8c"), "PK"),
            ("db", Security, "KEK"),
        ])
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(keys.Certificate(signer)));
            Assert.True(IsSigned(File.ReadAllBytes(keys.Update(variable)), variable, vendor, certificate), variable);
            using var other = X509Certificate2.CreateFromPem(File.ReadAllText(keys.Certificate("db")));
            Assert.False(IsSigned(File.ReadAllBytes(keys.Update(variable)), variable, vendor, other), variable);
        }
    }

    [Fact]
    public void A_list_holds_owner_and_certificate()
    {
        var keys = KeyFolder.In(_scratch.Path);
        CreateKeys.Run(keys, "Test", replace: false, TimeProvider.System);
        using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(keys.Certificate("db")));
        var owner = Guid.Parse(File.ReadAllText(keys.Owner));
        var list = SignatureList.Of(owner, [certificate]);
        Assert.Equal(new Guid("a5c059a1-94e4-4aa7-87b5-ab155c2bf072"), new Guid(list.AsSpan(0, 16)));
        Assert.Equal(list.Length, BinaryPrimitives.ReadInt32LittleEndian(list.AsSpan(16)));
        Assert.Equal(16 + certificate.RawData.Length, BinaryPrimitives.ReadInt32LittleEndian(list.AsSpan(24)));
        Assert.Equal(owner, new Guid(list.AsSpan(28, 16)));
        Assert.Equal(certificate.RawData, list[44..]);
    }

    private static bool IsSigned(byte[] update, string variable, Guid vendor, X509Certificate2 signer)
    {
        var size = BinaryPrimitives.ReadInt32LittleEndian(update.AsSpan(TimeSize));
        var content = update[(TimeSize + size)..];
        var signed = AsnReaderOf(update.AsMemory(TimeSize + CertificateHeader, size - CertificateHeader));
        signed.ReadInteger();
        signed.ReadSetOf();
        signed.ReadSequence();
        signed.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true));
        var one = signed.ReadSetOf().ReadSequence();
        one.ReadInteger();
        one.ReadSequence();
        one.ReadSequence();
        one.ReadSequence();
        byte[] covered =
            [.. Encoding.Unicode.GetBytes(variable), .. vendor.ToByteArray(), 0x27, 0, 0, 0, .. update[..TimeSize], .. content];
        return signer.GetRSAPublicKey()!.VerifyData(
            covered, one.ReadOctetString(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static AsnReader AsnReaderOf(ReadOnlyMemory<byte> bytes) => new AsnReader(bytes, AsnEncodingRules.DER).ReadSequence();

    public void Dispose() => _scratch.Dispose();
}
