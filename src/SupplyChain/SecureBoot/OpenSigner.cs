// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.SupplyChain;

/// <summary>Chooses how programs are signed, by what is in the key folder: <c>db.key</c>, or <c>db.uri</c> for a token.</summary>
public static class OpenSigner
{
    /// <param name="tokenServer">The value of <see cref="TokenServer.Variable"/>; only for a key in a token.</param>
    /// <exception cref="KeysUnusableException">A file is missing or damaged, or both are there.</exception>
    /// <exception cref="TokenUnusableException"><c>db.uri</c> names no key.</exception>
    public static ISignPrograms Run(KeyFolder folder, string? tokenServer)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!File.Exists(folder.TokenKey))
        {
            return new SignWithKeyFile(folder);
        }

        return File.Exists(folder.PrivateKey("db"))
            ? throw new KeysUnusableException(folder.PrivateKey("db"), $"{folder.TokenKey} names another one; one of both is to go")
            : new SignWithToken(folder, tokenServer);
    }
}
