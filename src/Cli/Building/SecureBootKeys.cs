// SPDX-License-Identifier: Apache-2.0
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>The Secure Boot keys of a checkout. Each has its own: a shared private key is none.</summary>
internal static class SecureBootKeys
{
    /// <summary>Goes into the certificates of new keys.</summary>
    public static string NameOf(Checkout checkout) => $"Ghaf {Path.GetFileName(checkout.Root)}";

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
