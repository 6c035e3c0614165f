// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>
/// A sandbox that may use a key in a token: it sees the server's socket and the file with the PIN. Command lines, which may be
/// logged, have their names only. Tried with pkcs11-provider 1.0 and p11-kit 0.25.
/// </summary>
/// <param name="Tools">Has the packages of <see cref="Images.PackageRequests.TokenSigner"/>.</param>
/// <param name="Uri">The key, for tools in the sandbox.</param>
/// <param name="Place">Where the key is named, for messages.</param>
internal sealed record LentToken(Sandbox Tools, string Uri, string Place)
{
    private const string Socket = "/token/socket";
    private const string Pin = "/token/pin";
    private const string Client = "/usr/lib/x86_64-linux-gnu/pkcs11/p11-kit-client.so";

    /// <summary>For openssl's commands.</summary>
    public static readonly string[] Providers = ["-provider", "pkcs11", "-provider", "default"];

    /// <param name="address">Of <see cref="TokenServer.Variable"/>.</param>
    /// <exception cref="TokenUnusableException">There is no server, or no PIN.</exception>
    public static LentToken Of(Sandbox tools, TokenKey key, string? address, string place)
    {
        var server = TokenServer.At(address, place);
        key.RequirePinFile(place);
        return new LentToken(
            tools with
            {
                ReadOnlyBind =
                [
                    .. tools.ReadOnlyBind,
                    new BindMount(server.Socket, Socket),
                    .. key.PinFile is null ? (BindMount[])[] : [new BindMount(key.PinFile, Pin)],
                ],
                Environment = tools.Environment
                    .SetItem(TokenServer.Variable, TokenServer.Scheme + Socket)
                    .SetItem("PKCS11_PROVIDER_MODULE", Client),
            },
            key.ToUri(key.PinFile is null ? null : Pin),
            place);
    }
}
