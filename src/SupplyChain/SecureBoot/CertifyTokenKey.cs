// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>Makes the certificate of a private key in a token, signed by the key itself.</summary>
public static class CertifyTokenKey
{
    /// <param name="tools">A sandbox with the packages of <see cref="Images.PackageRequests.TokenSigner"/>.</param>
    /// <param name="server">The value of <see cref="TokenServer.Variable"/>.</param>
    /// <param name="place">Where the key is named, for messages.</param>
    /// <param name="name">See <see cref="CreateKeys"/>.</param>
    /// <exception cref="TokenUnusableException">The key cannot be used.</exception>
    public static async Task<CertifiedTokenKey> RunAsync(
        Sandbox tools, TokenKey key, string? server, string place, string name, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(time);
        var token = LentToken.Of(tools, key, server, place);
        using (await ReadTokenKey.RunAsync(token, cancellation).ConfigureAwait(false))
        {
        }

        var (from, to) = CreateKeys.Validity(time.GetUtcNow());
        string[] arguments =
        [
            "req", "-new", "-x509", "-config", "/dev/null", "-utf8", "-sha256", .. LentToken.Providers, "-key", token.Uri,
            "-subj", $"/CN={Escape(name)} db", "-not_before", Stamp(from), "-not_after", Stamp(to),
        ];
        var made = await token.Tools.Wrap("/usr/bin/openssl", arguments).RunAsync(cancellation).ConfigureAwait(false);
        return new CertifiedTokenKey(key, made.Output);
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    // What openssl takes for the end of a part of the name.
    private static string Escape(string name) =>
        string.Concat(name.Select(letter => letter is '/' or '+' or '\\' ? $"\\{letter}" : $"{letter}"));
}
