// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.Rpc;

/// <summary>
/// Believes a peer by the device's own authority and by no other: neither the system's roots nor what the peer sends along
/// count, and nothing is asked of a network.
/// </summary>
/// <param name="authority">The certificate of <see cref="DeviceAuthority"/>.</param>
/// <param name="time">Default: the system's clock.</param>
public sealed class PeerCheck(X509Certificate2 authority, TimeProvider? time = null)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <param name="certificate">What the peer showed, and in the handshake proved to be its own.</param>
    /// <param name="role">The peer's.</param>
    public PeerVerdict Check(X509Certificate2? certificate, PeerRole role)
    {
        if (certificate is null)
        {
            return PeerVerdict.Refuse("The peer showed no certificate.");
        }

        var policy = ChainPolicy(role);
        policy.VerificationTime = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        using var chain = new X509Chain { ChainPolicy = policy };
        if (!chain.Build(certificate))
        {
            var faults = chain.ChainStatus.Select(s => s.Status).Distinct();
            return PeerVerdict.Refuse(
                $"The certificate of “{PeerName.Of(certificate) ?? certificate.Subject}” is not accepted: {string.Join(", ", faults)}.");
        }

        return PeerName.Of(certificate) is { } name
            ? PeerVerdict.Is(name)
            : PeerVerdict.Refuse($"The certificate of {certificate.Subject} is not for exactly one name, such as net-vm.");
    }

    internal X509ChainPolicy ChainPolicy(PeerRole role)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.Add(authority);
        policy.ApplicationPolicy.Add(new Oid(role == PeerRole.Client ? ClientAuthentication : ServerAuthentication));
        return policy;
    }
}
