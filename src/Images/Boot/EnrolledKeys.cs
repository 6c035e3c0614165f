// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>The public half of Secure Boot: what a firmware is told to trust.</summary>
/// <remarks>
/// PK, the platform key, says who may change KEK; KEK, the key exchange keys, who may change db; db, whose programs start.
/// </remarks>
/// <param name="Owner">Who put the certificates there; UEFI keeps it with each.</param>
/// <param name="PlatformKey">A certificate as PEM.</param>
/// <param name="ExchangeKeys">Certificates as PEM.</param>
/// <param name="Programs">Certificates as PEM, of the signers of programs.</param>
/// <param name="Updates">
/// The same as signed updates of the variables <c>PK</c>, <c>KEK</c> and <c>db</c>, by which a boot loader puts them into a
/// firmware that knows no keys yet.
/// </param>
public sealed record EnrolledKeys(
    Guid Owner,
    string PlatformKey,
    ImmutableArray<string> ExchangeKeys,
    ImmutableArray<string> Programs,
    ImmutableSortedDictionary<string, ImmutableArray<byte>> Updates)
{
    /// <summary>Stands for all of it.</summary>
    public Sha256 Digest() => Sha256.Of(string.Join('\n', (string[])
    [
        $"{Owner}", PlatformKey, "KEK", .. ExchangeKeys, "db", .. Programs,
        .. Updates.Select(update => $"{update.Key} {Convert.ToHexString(update.Value.AsSpan())}"),
    ]));
}
