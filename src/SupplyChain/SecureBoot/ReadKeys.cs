// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ghaf.Images;

namespace Ghaf.SupplyChain;

/// <summary>Reads the public half of a key folder.</summary>
public static class ReadKeys
{
    /// <exception cref="KeysUnusableException">A file is missing or damaged.</exception>
    public static EnrolledKeys Run(KeyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new EnrolledKeys(
            OwnerOf(folder),
            Text(folder.Certificate("PK")),
            TrustedBy(folder, "KEK"),
            TrustedBy(folder, "db"),
            KeyFolder.Variables.ToImmutableSortedDictionary(
                variable => variable, variable => Bytes(folder.Update(variable)).ToImmutableArray(), StringComparer.Ordinal));
    }

    internal static Guid OwnerOf(KeyFolder folder) => Guid.TryParse(Text(folder.Owner).Trim(), out var owner)
        ? owner
        : throw new KeysUnusableException(folder.Owner, "it is not a GUID");

    /// <summary>Our certificate, then those of others in the order of their files' names, as PEM.</summary>
    internal static ImmutableArray<string> TrustedBy(KeyFolder folder, string variable) =>
    [
        Text(folder.Certificate(variable)),
        .. Directory.Exists(folder.Others(variable))
            ? Directory.EnumerateFiles(folder.Others(variable), "*.pem").Order(StringComparer.Ordinal).Select(Text)
            : [],
    ];

    internal static X509Certificate2 CertificateOf(KeyFolder folder, string variable)
    {
        try
        {
            return X509Certificate2.CreateFromPem(Text(folder.Certificate(variable)));
        }
        catch (CryptographicException e)
        {
            throw new KeysUnusableException(folder.Certificate(variable), e.Message.TrimEnd('.'), e);
        }
    }

    internal static string Text(string file) => System.Text.Encoding.UTF8.GetString(Bytes(file));

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeysUnusableException(file, e.Message.TrimEnd('.'), e);
        }
    }
}
