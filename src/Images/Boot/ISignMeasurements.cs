// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>
/// Vouches for what a TPM measures of our images: it gives out the key of a device's storage to each image with such a
/// signature, so that an update locks nobody out. A build never sees the private key.
/// </summary>
public interface ISignMeasurements
{
    /// <summary>PEM; a TPM checks the signatures with it.</summary>
    string PublicKey { get; }

    /// <summary>Lends the private key to a sandbox as the file <see cref="PrivateKeyFile"/>.</summary>
    /// <exception cref="GhafException">The key cannot be used.</exception>
    Sandbox Lend(Sandbox tools);

    /// <summary>Where the private key is, in a sandbox that it was lent to.</summary>
    static string PrivateKeyFile => "/keys/pcr.key";
}
