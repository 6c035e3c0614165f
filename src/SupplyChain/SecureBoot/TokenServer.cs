// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain;

/// <summary>
/// A <c>p11-kit server</c> of this machine: it has the token's module loaded, and lends its tokens to whoever may open its
/// socket. So the sandbox in which programs are signed needs neither the module nor what that talks to.
/// </summary>
/// <param name="Socket">Absolute path.</param>
public sealed record TokenServer(string Socket)
{
    /// <summary>The environment variable that the server prints, and that its clients read.</summary>
    public const string Variable = "P11_KIT_SERVER_ADDRESS";

    /// <summary>How such an address begins.</summary>
    public const string Scheme = "unix:path=";

    private const string Mend =
        $"Start one, and take over the variables that it prints: eval \"$(p11-kit server --provider /PATH/OF/MODULE.so 'pkcs11:token=NAME')\"";

    /// <param name="address">The value of <see cref="Variable"/>; null if it is not set.</param>
    /// <param name="place">Where the key is named, for messages.</param>
    /// <exception cref="TokenUnusableException">There is no server.</exception>
    public static TokenServer At(string? address, string place)
    {
        if (string.IsNullOrEmpty(address))
        {
            throw new TokenUnusableException(place, $"no p11-kit server is named by {Variable}", Mend + ".");
        }

        if (!address.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new TokenUnusableException(place, $"{Variable} is {address}, and not {Scheme}…", Mend + ".");
        }

        var socket = Uri.UnescapeDataString(address[Scheme.Length..]);
        return File.Exists(socket)
            ? new TokenServer(Path.GetFullPath(socket))
            : throw new TokenUnusableException(place, $"the p11-kit server of {Variable} has no socket {socket} any more", Mend + ".");
    }
}
