// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Text;

namespace Ghaf.SupplyChain;

/// <summary>A signed update of one of UEFI's Secure Boot variables, the content of an <c>.auth</c> file.</summary>
/// <remarks>
/// EFI_VARIABLE_AUTHENTICATION_2 (UEFI 2.10, 8.2.2), then the variable's new content:
/// <code>
/// EFI_TIME          16 bytes: year, month, day, hour, minute, second; the rest is zero
/// WIN_CERTIFICATE   size, revision 0x0200, type 0x0ef1, EFI_CERT_TYPE_PKCS7_GUID
/// SignedData        over name, vendor, attributes, time and content
/// </code>
/// </remarks>
internal static class VariableUpdate
{
    // Not volatile, for boot services and the running system, authenticated by time.
    private const uint Attributes = 0x27;
    private const ushort Revision = 0x0200;
    private const ushort GuidCertificate = 0x0ef1;
    private const int CertificateHeader = 24;
    private static readonly Guid Global = new("8be4df61-93ca-11d2-aa0d-00e098032b8c");
    private static readonly Guid Security = new("d719b2cb-3d3a-4596-a3bc-dad00e67656f");
    private static readonly Guid Pkcs7 = new("4aafd29d-68df-49ee-8aa9-347d375665a7");

    /// <param name="variable"><c>PK</c>, <c>KEK</c>, <c>db</c> or <c>dbx</c>.</param>
    /// <param name="content">See <see cref="SignatureList"/>.</param>
    /// <param name="time">A firmware takes no update that is not newer than what it has.</param>
    public static byte[] Of(string variable, byte[] content, SigningKey signer, DateTimeOffset time)
    {
        var stamp = Stamp(time.UtcDateTime);
        var vendor = variable is "db" or "dbx" ? Security : Global;
        var attributes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(attributes, Attributes);
        var signature = DetachedSignature.Of(
            [.. Encoding.Unicode.GetBytes(variable), .. vendor.ToByteArray(), .. attributes, .. stamp, .. content], signer);
        var header = new byte[CertificateHeader];
        BinaryPrimitives.WriteInt32LittleEndian(header, CertificateHeader + signature.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Revision);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(6), GuidCertificate);
        Pkcs7.TryWriteBytes(header.AsSpan(8));
        return [.. stamp, .. header, .. signature, .. content];
    }

    private static byte[] Stamp(DateTime time)
    {
        var stamp = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(stamp, (ushort)time.Year);
        stamp[2] = (byte)time.Month;
        stamp[3] = (byte)time.Day;
        stamp[4] = (byte)time.Hour;
        stamp[5] = (byte)time.Minute;
        stamp[6] = (byte)time.Second;
        return stamp;
    }
}
