// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;
using System.Runtime.CompilerServices;
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

    /// <summary>The files of a package, by its folder.</summary>
    public static string ContentOf(string folder) => Path.Combine(folder, "data.tar");

    /// <inheritdoc cref="OneByOneAsync"/>
    /// <returns>The folder of each package, in the order of <paramref name="packages"/>.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(
        PackageLock packageLock, IReadOnlyList<LockedPackage> packages, CancellationToken cancellation = default) =>
        await OneByOneAsync(packageLock, packages, cancellation).ToListAsync(cancellation).ConfigureAwait(false);

    /// <summary>Fetches what is missing and unpacks all packages, as many at once as there are processors.</summary>
    /// <returns>
    /// The folder of each package, in the order of <paramref name="packages"/>, as soon as it and all before it are there:
    /// whoever works on them need not wait for the last.
    /// </returns>
    /// <exception cref="PackageUnavailableException">Nobody serves a package.</exception>
    /// <exception cref="PackageDamagedException">A package is no package.</exception>
    public async IAsyncEnumerable<string> OneByOneAsync(
        PackageLock packageLock, IReadOnlyList<LockedPackage> packages, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var present = packages.Select(package => store.TryGet(KeyOf(package), NameOf(package))).ToList();

        // What is unpacked already need not be fetched.
        var open = Enumerable.Range(0, packages.Count).Where(i => present[i] is null).ToList();
        await fetch.RunAsync(packageLock, [.. open.Select(i => packages[i])], cancellation).ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var folders = open.ToDictionary(i => i, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        var all = Parallel.ForEachAsync(
            open,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ended.Token },
            async (i, stop) => folders[i].SetResult(await UnpackAsync(packageLock, packages[i], stop).ConfigureAwait(false)));
        try
        {
            for (var i = 0; i < packages.Count; i++)
            {
                yield return present[i] ?? await FirstOfAsync(folders[i].Task, all).ConfigureAwait(false);
            }
        }
        finally
        {
            // Nothing runs on unseen, neither after a failure here nor after one of whoever takes the folders.
            await ended.CancelAsync().ConfigureAwait(false);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<string> FirstOfAsync(Task<string> folder, Task all)
    {
        if (await Task.WhenAny(folder, all).ConfigureAwait(false) == all)
        {
            await all.ConfigureAwait(false);
        }

        return await folder.ConfigureAwait(false);
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
