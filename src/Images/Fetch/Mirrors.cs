// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Where the files of the repositories are looked for, in this order.</summary>
/// <remarks>None of them is trusted: the lock's hashes decide.</remarks>
public sealed record Mirrors
{
    /// <summary>Base addresses by <see cref="LockedRepository.Name"/>.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<Uri>> Bases { get; init; }

    /// <summary>
    /// The archive of all that Debian ever published, asked last by the lock's date; null for none.
    /// Default: https://snapshot.debian.org/archive/
    /// </summary>
    public Uri? Snapshot { get; init; } = new("https://snapshot.debian.org/archive/");

    /// <summary>
    /// Debian's own addresses; GHAF_MIRROR and GHAF_SECURITY_MIRROR (one or several, separated by spaces) go before them.
    /// </summary>
    public static Mirrors Default => From(
        Environment.GetEnvironmentVariable("GHAF_MIRROR"), Environment.GetEnvironmentVariable("GHAF_SECURITY_MIRROR"));

    /// <summary>The same for given settings; null and empty mean none.</summary>
    public static Mirrors From(string? debian, string? security) => new()
    {
        Bases = ImmutableSortedDictionary<string, ImmutableArray<Uri>>.Empty
            .Add("debian", WithUsual(debian, "http://deb.debian.org/debian", "https://deb.debian.org/debian"))
            .Add("debian-security", WithUsual(security, "http://deb.debian.org/debian-security", "https://deb.debian.org/debian-security")),
    };

    /// <summary>All addresses at which a package may lie, the nearest first.</summary>
    /// <param name="package">A package of <paramref name="packageLock"/>.</param>
    /// <param name="packageLock">Says when the package was in the archive.</param>
    public ImmutableArray<Uri> AddressesOf(LockedPackage package, PackageLock packageLock)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(packageLock);
        var path = string.Join('/', package.Path.Split('/').Select(Uri.EscapeDataString));
        var mirrors = Bases.GetValueOrDefault(package.Repository, []).Select(mirror => new Uri(mirror, path));
        return Snapshot is null ? [.. mirrors] : [.. mirrors, SnapshotOf(Snapshot, package, packageLock, path)];
    }

    // The archive is recorded every six hours, and asked for a time it answers with the last record before it. Half a day
    // after the index was signed there is certainly a record with that index.
    private static Uri SnapshotOf(Uri snapshot, LockedPackage package, PackageLock packageLock, string path)
    {
        var newest = packageLock.Repositories.Where(r => r.Name == package.Repository).Max(r => r.Date);
        var time = DateTimeOffset.FromUnixTimeSeconds(newest).AddHours(12);
        return new Uri(snapshot, $"{package.Repository}/{time:yyyyMMdd'T'HHmmss'Z'}/{path}");
    }

    private static ImmutableArray<Uri> WithUsual(string? first, params string[] usual) =>
    [
        .. (first ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(usual)
            .Select(address => new Uri(address.TrimEnd('/') + "/")),
    ];
}
