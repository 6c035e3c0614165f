// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>The index files of one source as apt keeps them after it has verified them.</summary>
/// <remarks><c>http://deb.debian.org/debian/</c> and trixie give <c>deb.debian.org_debian_dists_trixie_InRelease</c>.</remarks>
internal sealed class AptLists(string folder, Uri mirror, AptSource source)
{
    private string Start => Path.Combine(
        folder, $"{mirror.Authority}{mirror.AbsolutePath}".Replace("_", "%5f", StringComparison.Ordinal).Replace('/', '_') + $"dists_{source.Suite}_");

    /// <exception cref="InvalidDataException">The signed index has no Date.</exception>
    public LockedRepository Describe(string architecture)
    {
        var file = Start + "InRelease";
        var date = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("Date: ", StringComparison.Ordinal))
            ?? throw new InvalidDataException($"The signed index of {source.Suite} at {mirror} has no Date.");
        var time = DateTimeOffset.ParseExact(
            date["Date: ".Length..].Replace("UTC", "GMT", StringComparison.Ordinal).Trim(),
            ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy H:mm:ss 'GMT'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
        return new LockedRepository(
            source.Repository,
            source.Suite,
            source.Component,
            architecture,
            Sha256.Of(File.ReadAllBytes(file)).Hex,
            time.ToUnixTimeSeconds());
    }

    public string Packages(string architecture) => Start + $"{source.Component}_binary-{architecture}_Packages";
}
