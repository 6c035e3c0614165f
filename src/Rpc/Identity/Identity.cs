// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.Rpc;

/// <summary>
/// Who a machine of the device is: its certificate with the private key, and the authority that it believes in. As text it is
/// one bundle of PEM, which a systemd credential carries:
/// <code>
/// -----BEGIN CERTIFICATE-----    the machine's
/// -----BEGIN PRIVATE KEY-----    PKCS #8
/// -----BEGIN CERTIFICATE-----    the authority's
/// </code>
/// </summary>
public sealed class Identity : IDisposable
{
    private Identity(X509Certificate2 certificate, X509Certificate2 authority, string name)
    {
        Certificate = certificate;
        Authority = authority;
        Name = name;
    }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Without a private key.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>Such as <c>net-vm</c> or <c>host</c>.</summary>
    public string Name { get; }

    /// <summary>When the certificate ends.</summary>
    public DateTimeOffset Expires => Certificate.NotAfter.ToUniversalTime();

    /// <summary>Takes over both certificates; one that has ended is no fault here, since a machine has to start to get a new one.</summary>
    /// <exception cref="IdentityException">The certificate is not of the authority, is not for one name, or has no key.</exception>
    internal static Identity From(X509Certificate2 certificate, X509Certificate2 authority, string source)
    {
        var name = PeerName.Of(certificate)
            ?? throw new IdentityException($"{source}: the first certificate is not for exactly one name; issue it with the device's authority.");
        if (!certificate.HasPrivateKey)
        {
            throw new IdentityException($"{source}: the key of “{name}” is missing; write certificate, key and authority into one bundle.");
        }

        var policy = new PeerCheck(authority).ChainPolicy(PeerRole.Server);
        policy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        using var chain = new X509Chain { ChainPolicy = policy };
        return chain.Build(certificate)
            ? new Identity(certificate, authority, name)
            : throw new IdentityException(
                $"{source}: the certificate of “{name}” was not issued by the authority behind it ({string.Join(", ", chain.ChainStatus.Select(s => s.Status))}).");
    }

    /// <param name="pem">The bundle.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="IdentityException">It is no such bundle.</exception>
    public static Identity FromPem(string pem, string source = "The identity")
    {
        ArgumentNullException.ThrowIfNull(pem);
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            return certificates is [_, var authority]
                ? From(X509Certificate2.CreateFromPem(pem, pem), authority, source)
                : throw new IdentityException(
                    $"{source}: there are {certificates.Count} certificates, and two are needed: the machine's and the authority's.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new IdentityException($"{source} is no bundle of a certificate, its key and the authority's certificate in PEM: {e.Message}", e);
        }
    }

    /// <exception cref="IdentityException">The file can't be read, or is no such bundle.</exception>
    public static Identity ReadFile(string path) => FromPem(SecretFile.Read(path), path);

    /// <summary>The bundle, with the private key.</summary>
    public string ToPem()
    {
        using var key = Certificate.GetECDsaPrivateKey()!;
        return $"{Certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n{Authority.ExportCertificatePem()}\n";
    }

    /// <summary>Writes the bundle so that only its owner may read it, whole or not at all.</summary>
    public void WriteFile(string path) => SecretFile.Write(path, ToPem());

    public void Dispose()
    {
        Certificate.Dispose();
        Authority.Dispose();
    }
}
