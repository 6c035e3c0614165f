// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ghaf.SupplyChain;

/// <summary>
/// Reads the public half of a private key in a token, and says why it cannot be: tools that sign only say that they could not
/// load the key.
/// </summary>
internal static partial class ReadTokenKey
{
    // Values of CK_RV.
    private const int PinIncorrect = 0xa0;
    private const int PinLocked = 0xa4;

    /// <exception cref="TokenUnusableException">The server is gone, the token or the key is not there, or the PIN is wrong.</exception>
    public static async Task<RSA> RunAsync(LentToken token, CancellationToken cancellation)
    {
        // The provider's log has what it asked the token and what came back, with PINs as asterisks.
        var sandbox = token.Tools with
        {
            Environment = token.Tools.Environment.SetItem("PKCS11_PROVIDER_DEBUG", "file:/dev/stderr,level:1"),
        };
        string[] arguments = ["pkey", .. LentToken.Providers, "-in", token.Uri, "-pubout"];
        var read = await (sandbox.Wrap("/usr/bin/openssl", arguments) with { FailureThrows = false })
            .RunAsync(cancellation).ConfigureAwait(false);
        if (read.Status != 0)
        {
            throw Explain(token.Place, read.Error);
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(read.Output);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new TokenUnusableException(
                token.Place, "it is not an RSA key, which is what firmware knows", "Make an RSA key of 2048 bits in the token.", e);
        }
    }

    /// <param name="log">
    /// <code>
    /// [../src/interface.gen.c:385] p11prov_Login(): Calling C_Login
    /// [../src/interface.gen.c:389] p11prov_Login(): Error 160 returned by C_Login
    /// Could not find private key of key from pkcs11:token=ghaf;object=db;type=private?pin-source=file:/token/pin
    /// </code>
    /// </param>
    internal static TokenUnusableException Explain(string place, string log)
    {
        if (LoginError().Match(log) is { Success: true } refused)
        {
            return int.Parse(refused.Groups[1].Value) switch
            {
                PinIncorrect => new(place, "the PIN is wrong", "Correct the file that pin-source= names, before the token locks itself."),
                PinLocked => new(place, "the token has locked itself after wrong PINs", "Unlock it with the tool of its maker."),
                var code => new(place, $"the token refused the PIN, with code 0x{code:x} of PKCS #11", "Look it up in the documentation of the token."),
            };
        }

        return log.Contains("Module initialization failed", StringComparison.Ordinal)
            ? new(place, $"the p11-kit server of {TokenServer.Variable} does not answer", "Read what it printed, and start it anew.")
            : log.Contains("Enter PIN", StringComparison.Ordinal)
            ? new(place, "the token asks for a PIN, and none is named", "Add ?pin-source=file:/PATH, a file with the PIN.")
            : log.Contains("Calling C_Login", StringComparison.Ordinal)
            ? new(place, "the token has no such private key", "Compare with what `p11-kit list-objects --login` prints.")
            : new(place, "no token that the p11-kit server has fits it", "Plug it in, or compare with what `p11-kit list-tokens` prints.");
    }

    [GeneratedRegex(@"Error (\d+) returned by C_Login\b")]
    private static partial Regex LoginError();
}
