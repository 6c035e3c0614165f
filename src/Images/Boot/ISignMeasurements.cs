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

    /// <summary>Signs the value that register 11 has when an image of these sections was started.</summary>
    /// <param name="tools">A sandbox with systemd-measure, in which the sections are.</param>
    /// <param name="sections">As arguments of systemd-measure: <c>--linux=/measured/linux</c>.</param>
    /// <returns>The JSON document that systemd's tools read.</returns>
    /// <exception cref="GhafException">The key cannot be used, or the tool failed.</exception>
    Task<string> SignAsync(Sandbox tools, IEnumerable<string> sections, CancellationToken cancellation);
}
