// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.SupplyChain;

/// <summary>A private key with its certificate, from two files of a key folder.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA _key;

    private SigningKey(X509Certificate2 certificate, RSA key)
    {
        Certificate = certificate;
        _key = key;
    }

    public X509Certificate2 Certificate { get; }

    /// <param name="certificate">The path of a certificate as PEM.</param>
    /// <param name="key">The path of its private key as PEM.</param>
    /// <exception cref="KeysUnusableException">A file is missing, or is none, or they do not belong together.</exception>
    public static SigningKey Load(string certificate, string key)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPemFile(certificate, key);
            return new SigningKey(
                X509CertificateLoader.LoadCertificate(pair.RawData),
                pair.GetRSAPrivateKey() ?? throw new KeysUnusableException(key, "it is not an RSA key"));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new KeysUnusableException(key, e.Message.TrimEnd('.'), e);
        }
    }

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256: the same bytes for the same content.</summary>
    public byte[] Sign(byte[] content) => _key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose()
    {
        _key.Dispose();
        Certificate.Dispose();
    }
}
