// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.SupplyChain;

/// <summary>
/// Makes what a firmware is told to trust: signed updates of PK, KEK and db. The same keys give the same bytes. Needs all three
/// private keys.
/// </summary>
public static class EnrollKeys
{
    /// <exception cref="KeysUnusableException">A key is missing or damaged.</exception>
    public static void Run(KeyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder.Enrolment);
        var owner = ReadKeys.OwnerOf(folder);
        using var platform = SigningKey.Load(folder.Certificate("PK"), folder.PrivateKey("PK"));
        using var exchange = SigningKey.Load(folder.Certificate("KEK"), folder.PrivateKey("KEK"));
        foreach (var variable in KeyFolder.Variables)
        {
            // Each is signed by the key above it; the platform key by itself.
            var signer = variable == "db" ? exchange : platform;
            var certificates = ReadKeys.TrustedBy(folder, variable).Select(pem => X509Certificate2.CreateFromPem(pem)).ToList();
            var content = SignatureList.Of(owner, certificates);
            File.WriteAllBytes(
                folder.Update(variable),
                VariableUpdate.Of(variable, content, signer, new DateTimeOffset(signer.Certificate.NotBefore)));
            certificates.ForEach(certificate => certificate.Dispose());
        }
    }
}
