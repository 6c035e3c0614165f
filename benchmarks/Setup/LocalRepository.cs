// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Benchmarks.Setup;

/// <summary>An apt repository of locked packages, for programs that bring apt along: no network, the very same bytes.</summary>
/// <remarks>
/// <code>
/// dists/trixie/Release
/// dists/trixie/main/binary-amd64/Packages
/// pool/bash_5.2.37-2_amd64.deb
/// </code>
/// </remarks>
internal static class LocalRepository
{
    public const string Suite = "trixie";

    public static async Task MakeAsync(
        string folder, Store cache, PackageLock packageLock, IReadOnlyList<LockedPackage> packages, CancellationToken cancellation)
    {
        await Folders.EmptyAsync(folder, cancellation);
        using var fetch = new FetchPackages(cache);
        var unpacked = await new UnpackPackage(cache, fetch).RunAsync(packageLock, packages, cancellation);
        var pool = Directory.CreateDirectory(Path.Combine(folder, "pool")).FullName;
        var index = new StringBuilder();
        foreach (var (package, parts) in packages.Zip(unpacked))
        {
            var control = (await File.ReadAllTextAsync(Path.Combine(parts, "control", "control"), cancellation)).TrimEnd('\n');
            var name = $"{package.Name}_{package.Version.Split(':')[^1]}_{package.Architecture}.deb";
            File.Copy(cache.BlobPath(package.Hash), Path.Combine(pool, name));
            index.Append(control).Append('\n')
                .Append(CultureInfo.InvariantCulture, $"Filename: pool/{name}\nSize: {package.Size}\nSHA256: {package.Sha256}\n\n");
        }

        const string path = "main/binary-amd64/Packages";
        var dists = Path.Combine(folder, "dists", Suite);
        Directory.CreateDirectory(Path.Combine(dists, Path.GetDirectoryName(path)!));
        var text = index.ToString();
        await File.WriteAllTextAsync(Path.Combine(dists, path), text, cancellation);
        var date = DateTimeOffset.FromUnixTimeSeconds(packageLock.Epoch).ToString("R", CultureInfo.InvariantCulture);
        var release = $"""
            Suite: {Suite}
            Codename: {Suite}
            Components: main
            Architectures: amd64
            Date: {date}
            SHA256:
             {Sha256.Of(text).Hex} {Encoding.UTF8.GetByteCount(text)} {path}

            """;
        await File.WriteAllTextAsync(Path.Combine(dists, "Release"), release, cancellation);
    }
}
