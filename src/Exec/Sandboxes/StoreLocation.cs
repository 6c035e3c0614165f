// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>Where this machine keeps what ghaf has fetched and built.</summary>
public static class StoreLocation
{
    /// <summary><c>$GHAF_STORE</c>, or <c>$XDG_CACHE_HOME/ghaf/store</c>, or <c>~/.cache/ghaf/store</c>.</summary>
    public static string Default() => Choose(
        Environment.GetEnvironmentVariable("GHAF_STORE"),
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    internal static string Choose(string? chosen, string? cacheHome, string home)
    {
        if (!string.IsNullOrEmpty(chosen))
        {
            return Path.GetFullPath(chosen);
        }

        // The XDG specification says that a relative path is to be ignored.
        var cache = Path.IsPathRooted(cacheHome) ? cacheHome : Path.Combine(home, ".cache");
        return Path.Combine(cache, "ghaf", "store");
    }
}
