// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.Rpc;

/// <summary>A new key that waits for its certificate.</summary>
public sealed class PendingIdentity : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <param name="name">Written into the request; the authority does not rely on it.</param>
    public PendingIdentity(string name)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        SigningRequest = request.CreateSigningRequest();
    }

    /// <summary>PKCS #10, DER.</summary>
    public byte[] SigningRequest { get; }

    /// <param name="chain">X.509, DER: the certificate for the request, and behind it at most the authority's.</param>
    /// <param name="current">Who we are: the new certificate has to be for the same name and of the same authority.</param>
    /// <exception cref="IdentityException">It is not.</exception>
    public Identity Complete(IReadOnlyList<byte[]> chain, Identity current)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(current);
        if (chain.Count is 0 or > 2 || (chain.Count == 2 && !chain[1].AsSpan().SequenceEqual(current.Authority.RawDataMemory.Span)))
        {
            throw new IdentityException("The chain has to be the new certificate and, behind it, at most the authority that issued the present one.");
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(chain[0]);
            var verdict = new PeerCheck(current.Authority).Check(certificate, PeerRole.Server);
            if (verdict.Name != current.Name)
            {
                throw new IdentityException(verdict.Refusal ?? $"The new certificate is for “{verdict.Name}”, and this is “{current.Name}”.");
            }

            var identity = certificate.CopyWithPrivateKey(_key);
            return Identity.From(identity, X509CertificateLoader.LoadCertificate(current.Authority.RawData), "The new certificate");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new IdentityException($"The new certificate does not fit the key of the last signing request: {e.Message}", e);
        }
    }

    public void Dispose() => _key.Dispose();
}
