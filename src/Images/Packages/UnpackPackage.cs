// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;
using System.Security.Cryptography;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Takes a .deb apart once and for all: <c>data.tar</c>, plain, and the files of <c>control/</c>.</summary>
public sealed class UnpackPackage(Store store, FetchPackages fetch)
{
    private const int Revision = 1;

    /// <summary>The step's key for a package.</summary>
    public static StepKey KeyOf(LockedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return StepKey.For(nameof(UnpackPackage), Revision).With("deb", package.Hash).Build();
    }

    /// <summary>Fetches what is missing and unpacks all packages, as many at once as there are processors.</summary>
    /// <returns>The folder of each package, in the order of <paramref name="packages"/>.</returns>
    /// <exception cref="PackageUnavailableException">Nobody serves a package.</exception>
    /// <exception cref="PackageDamagedException">A package is no package.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        PackageLock packageLock, IReadOnlyList<LockedPackage> packages, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var folders = new string?[packages.Count];
        for (var i = 0; i < packages.Count; i++)
        {
            folders[i] = store.TryGet(KeyOf(packages[i]), NameOf(packages[i]));
        }

        // What is unpacked already need not be fetched.
        var open = Enumerable.Range(0, packages.Count).Where(i => folders[i] is null).OrderByDescending(i => packages[i].Size).ToList();
        await fetch.RunAsync(packageLock, [.. open.Select(i => packages[i])], cancellation).ConfigureAwait(false);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            open,
            parallel,
            async (i, stop) => folders[i] = await UnpackAsync(packageLock, packages[i], stop).ConfigureAwait(false))
            .ConfigureAwait(false);
        return folders!;
    }

    private static string NameOf(LockedPackage package) => $"{nameof(UnpackPackage)}-{package.Name}";

    private Task<string> UnpackAsync(PackageLock packageLock, LockedPackage package, CancellationToken cancellation) =>
        store.GetOrAddAsync(
            KeyOf(package),
            NameOf(package),
            async (folder, stop) =>
            {
                await RequireHashAsync(packageLock, package, stop).ConfigureAwait(false);
                await TakeApartAsync(package, store.BlobPath(package.Hash), folder, stop).ConfigureAwait(false);
            },
            cancellation);

    // A file that was right when it was fetched may have been damaged on the disk since.
    private async Task RequireHashAsync(PackageLock packageLock, LockedPackage package, CancellationToken cancellation)
    {
        var blob = store.BlobPath(package.Hash);
        for (var attempt = 0; ; attempt++)
        {
            var file = new FileStream(blob, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            await using (file.ConfigureAwait(false))
            {
                if (Sha256.FromBytes(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false)) == package.Hash)
                {
                    return;
                }
            }

            if (attempt == 1)
            {
                throw new PackageDamagedException(blob, "Its bytes change between writing and reading: the disk is failing.");
            }

            File.Delete(blob);
            await fetch.RunAsync(packageLock, [package], cancellation).ConfigureAwait(false);
        }
    }

    private static async Task TakeApartAsync(LockedPackage package, string deb, string folder, CancellationToken cancellation)
    {
        try
        {
            var stream = new FileStream(deb, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 18);
            await using var _ = stream.ConfigureAwait(false);
            var archive = new ArArchive(stream, package.ToString());
            while (archive.Next() is { } member)
            {
                var part = new PartOfStream(stream, member.Size);
                if (member.Name.StartsWith("data.tar", StringComparison.Ordinal))
                {
                    await WriteAsync(member.Name, part, Path.Combine(folder, "data.tar"), cancellation).ConfigureAwait(false);
                }
                else if (member.Name.StartsWith("control.tar", StringComparison.Ordinal))
                {
                    var tar = Path.Combine(folder, "control.tar");
                    await WriteAsync(member.Name, part, tar, cancellation).ConfigureAwait(false);
                    var control = Directory.CreateDirectory(Path.Combine(folder, "control")).FullName;
                    await TarFile.ExtractToDirectoryAsync(tar, control, overwriteFiles: false, cancellation).ConfigureAwait(false);
                    File.Delete(tar);
                }
            }
        }
        catch (InvalidDataException damage)
        {
            throw new PackageDamagedException(package.ToString(), damage.Message, damage);
        }

        if (!File.Exists(Path.Combine(folder, "data.tar")) || !File.Exists(Path.Combine(folder, "control", "control")))
        {
            throw new PackageDamagedException(package.ToString(), "It is no Debian package: data or control is missing.");
        }
    }

    private static async Task WriteAsync(string name, Stream source, string path, CancellationToken cancellation)
    {
        var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await using (target.ConfigureAwait(false))
        {
            await Decompress.RunAsync(name, source, target, cancellation).ConfigureAwait(false);
        }
    }
}
