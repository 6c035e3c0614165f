// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.Rpc;

/// <summary>Issues the certificates by which the machines of one device know each other. Its key decides who may be whom.</summary>
public sealed class DeviceAuthority : IDisposable
{
    private const string NistP256 = "1.2.840.10045.3.1.7";

    // The clock of a guest stands still while its host sleeps, and the host's own may be set back: what ends an identity that got
    // into wrong hands is that its authority ends with the device's run.
    private static readonly TimeSpan Allowance = TimeSpan.FromDays(365);

    private readonly X509Certificate2 _withKey;
    private readonly TimeProvider _time;

    private DeviceAuthority(X509Certificate2 withKey, TimeProvider time)
    {
        _withKey = withKey;
        _time = time;
        Certificate = X509CertificateLoader.LoadCertificate(withKey.RawData);
    }

    /// <summary>What everybody has to know; without the key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Makes a new authority with a key that nobody else has.</summary>
    /// <param name="lifetime">From now; what it issues ends no later.</param>
    public static DeviceAuthority Create(TimeSpan lifetime, string title = "Ghaf device", TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={title}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = time.GetUtcNow();
        return new DeviceAuthority(request.CreateSelfSigned(now - Allowance, now + lifetime), time);
    }

    /// <param name="pem">Certificate and key, as <see cref="ToPem"/> gave them.</param>
    /// <exception cref="IdentityException">It is something else.</exception>
    public static DeviceAuthority FromPem(string pem, TimeProvider? time = null)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(pem, pem);
            return certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority)
                ? new DeviceAuthority(certificate, time ?? TimeProvider.System)
                : throw new IdentityException("The certificate is not that of an authority; make one anew.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new IdentityException($"The authority is no certificate with its key in PEM: {e.Message}", e);
        }
    }

    /// <exception cref="IdentityException">The file can't be read, or is something else.</exception>
    public static DeviceAuthority ReadFile(string path, TimeProvider? time = null) => FromPem(SecretFile.Read(path), time);

    /// <summary>Writes both so that only their owner may read them, whole or not at all.</summary>
    public void WriteFile(string path) => SecretFile.Write(path, ToPem());

    /// <summary>Certificate and private key.</summary>
    public string ToPem()
    {
        using var key = _withKey.GetECDsaPrivateKey()!;
        return $"{_withKey.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>A new key with its certificate.</summary>
    /// <param name="name">Such as <c>net-vm</c> or <c>host</c>.</param>
    /// <param name="lifetime">From now; cut at the authority's own end.</param>
    public Identity Issue(string name, TimeSpan lifetime)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Issue(name, new PublicKey(key), lifetime);
        return Identity.From(certificate.CopyWithPrivateKey(key), X509CertificateLoader.LoadCertificate(Certificate.RawData), name);
    }

    /// <summary>A certificate for the key of a signing request. Only the key is taken of it, after its signature was checked.</summary>
    /// <param name="name">Whom the request was asked of; what the request says does not count.</param>
    /// <param name="signingRequest">PKCS #10, DER.</param>
    /// <exception cref="IdentityException">It is no request, its signature is wrong, or its key is not of P-256.</exception>
    public X509Certificate2 IssueFor(string name, byte[] signingRequest, TimeSpan lifetime)
    {
        try
        {
            // The default options check the signature.
            var request = CertificateRequest.LoadSigningRequest(signingRequest, HashAlgorithmName.SHA256);
            return Issue(name, request.PublicKey, lifetime);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException { ParamName: "pkcs10" })
        {
            throw new IdentityException($"The signing request of “{name}” is refused: {e.Message}", e);
        }
    }

    /// <exception cref="IdentityException">The key is not of P-256.</exception>
    public X509Certificate2 Issue(string name, PublicKey publicKey, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        if (!PeerName.IsValid(name))
        {
            throw new ArgumentException($"“{name}” is no name of a machine: lower-case letters, digits and hyphens.", nameof(name));
        }

        using var key = publicKey.GetECDsaPublicKey();
        if (key?.ExportParameters(false).Curve.Oid.Value != NistP256)
        {
            throw new IdentityException($"The key of “{name}” is not of the curve P-256; make another one.");
        }

        var now = _time.GetUtcNow();
        return Request(name, publicKey).Create(
            _withKey, Later(now - Allowance, Certificate.NotBefore), Earlier(now + lifetime, Certificate.NotAfter), Serial());
    }

    public void Dispose()
    {
        _withKey.Dispose();
        Certificate.Dispose();
    }

    private CertificateRequest Request(string name, PublicKey key)
    {
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        return request;
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);

        // A positive number without a leading zero.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
