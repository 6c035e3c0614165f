// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>The public half of a checkout's Secure Boot keys.</summary>
/// <param name="Folder">Where they lie.</param>
/// <param name="Owner">What UEFI keeps with each certificate.</param>
/// <param name="Kek">Whose owners may change db.</param>
/// <param name="Db">Whose programs start.</param>
internal sealed record SecureBootKeysReport(
    string Folder, Guid Owner, string PlatformKey, ImmutableArray<string> Kek, ImmutableArray<string> Db)
{
    public static SecureBootKeysReport Of(KeyFolder folder)
    {
        var keys = ReadKeys.Run(folder);
        return new SecureBootKeysReport(
            folder.Path, keys.Owner, NameOf(keys.PlatformKey), [.. keys.ExchangeKeys.Select(NameOf)], [.. keys.Programs.Select(NameOf)]);
    }

    public string ToText() => string.Join('\n', (string[])
    [
        $"{Folder}, owner {Owner}", $"PK   {PlatformKey}", .. Kek.Select(name => $"KEK  {name}"), .. Db.Select(name => $"db   {name}"),
    ]);

    private static string NameOf(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.Subject;
    }
}
