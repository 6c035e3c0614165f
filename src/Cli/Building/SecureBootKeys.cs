// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>The Secure Boot keys of a checkout. Each has its own: a shared private key is none.</summary>
internal static class SecureBootKeys
{
    /// <summary>Goes into the certificates of new keys.</summary>
    public static string NameOf(Checkout checkout) => $"Ghaf {Path.GetFileName(checkout.Root)}";

    /// <summary>Where tokens are, as p11-kit says it to its own tools.</summary>
    public static string? TokenServerAddress => Environment.GetEnvironmentVariable(TokenServer.Variable);

    /// <exception cref="KeysUnusableException">A file is missing or damaged.</exception>
    /// <exception cref="TokenUnusableException">The key is to be in a token, and none is named.</exception>
    public static ISignPrograms SignerOf(KeyFolder keys) => OpenSigner.Run(keys, TokenServerAddress);

    /// <summary>Makes the certificate of a private key in a token.</summary>
    /// <param name="uri">As on the command line.</param>
    /// <exception cref="TokenUnusableException">The key cannot be used.</exception>
    public static async Task<CertifiedTokenKey> CertifyAsync(Session session, string uri, CancellationToken cancellation)
    {
        const string Place = "--token";
        var key = TokenKey.Parse(uri, Place);
        var tools = await OpenTools.RunAsync(session, cancellation, PackageRequests.TokenSigner).ConfigureAwait(false);
        return await CertifyTokenKey.RunAsync(
            tools, key, TokenServerAddress, Place, NameOf(session.Checkout), session.Time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes them at the first build, and says so.</summary>
    /// <exception cref="KeysUnusableException">They are there, but not all of them, or damaged.</exception>
    public static KeyFolder LoadOrCreate(Session session)
    {
        var keys = KeyFolder.In(session.Checkout.Root);
        if (keys.Exists)
        {
            return keys;
        }

        try
        {
            CreateKeys.Run(keys, NameOf(session.Checkout), replace: false, session.Time);
            session.Error.WriteLine($"Made Secure Boot keys for this checkout: {keys.Path}");
        }
        catch (KeysExistException)
        {
            // Another build made them at the same time.
        }

        return keys;
    }
}
