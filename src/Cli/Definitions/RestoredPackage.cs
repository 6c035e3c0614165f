// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>A NuGet package as it lies on this machine.</summary>
internal static class RestoredPackage
{
    /// <summary>
    /// The hash that NuGet notes when it unpacks a package; null when it is not here. A version does not say what is in it: whoever works
    /// on a package packs the same one again and again.
    /// </summary>
    public static string? HashOf(string folder, string name, string version)
    {
        // On the disk NuGet writes names in lower case.
        var id = name.ToLowerInvariant();
        var file = Path.Combine(folder, id, version, $"{id}.{version}.nupkg.sha512");
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
