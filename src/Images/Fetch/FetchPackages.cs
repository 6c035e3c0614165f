// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>Brings package files into the store, each under its hash, from the first place that has it.</summary>
public sealed class FetchPackages : IDisposable
{
    private readonly Store _store;
    private readonly FetchOptions _options;
    private readonly HttpClient _http;

    /// <param name="store">Keeps the files and the parts of unfinished ones.</param>
    /// <param name="options">Null: the defaults.</param>
    public FetchPackages(Store store, FetchOptions? options = null)
    {
        _store = store;
        _options = options ?? new FetchOptions();
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = _options.StallTimeout,
            MaxConnectionsPerServer = _options.Parallel,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            // A download may take long; a stalled one is noticed by our own clock.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("ghaf");
    }

    /// <summary>Fetches what the store does not have. Of a file in the store only the size is checked here.</summary>
    /// <exception cref="PackageUnavailableException">Nobody serves a package.</exception>
    /// <exception cref="WrongHashException">A package has other bytes wherever it is served.</exception>
    /// <exception cref="DiskFullException">There is no room in the store.</exception>
    public async Task RunAsync(
        PackageLock packageLock, IReadOnlyCollection<LockedPackage> packages, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var missing = packages.DistinctBy(package => package.Sha256).Where(package => !IsThere(package)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var meter = new FetchMeter(_options.Progress, missing.Sum(package => package.Size), missing.Count, _store.Time);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellation };

        // Large files first, so that none of them is left alone at the end.
        await Parallel.ForEachAsync(
            missing.OrderByDescending(package => package.Size),
            parallel,
            async (package, stop) => await FetchOneAsync(packageLock, package, meter, stop).ConfigureAwait(false))
            .ConfigureAwait(false);
        meter.Report();
    }

    public void Dispose() => _http.Dispose();

    private bool IsThere(LockedPackage package)
    {
        var blob = new FileInfo(_store.BlobPath(package.Hash));
        if (!blob.Exists || blob.Length != package.Size)
        {
            return false;
        }

        File.SetLastWriteTimeUtc(blob.FullName, _store.Time.GetUtcNow().UtcDateTime);
        return true;
    }

    private async Task FetchOneAsync(
        PackageLock packageLock, LockedPackage package, FetchMeter meter, CancellationToken cancellation)
    {
        // A part is kept over builds; that is why it is not among the temporary folders, which are swept.
        var part = _store.BlobPath(package.Hash) + ".part";
        using var held = await StoreLock.TakeAsync(
            Path.Combine(_store.Locks, package.Sha256),
            () => _options.Messages?.Report($"Waiting for another build that fetches {package.Name}."),
            _store.Time,
            cancellation).ConfigureAwait(false);
        if (IsThere(package))
        {
            meter.AddBytes(package.Size);
            meter.AddFile();
            return;
        }

        try
        {
            await FromSomewhereAsync(packageLock, package, part, meter, cancellation).ConfigureAwait(false);
        }
        catch (IOException failure) when (DiskFull.Recognise(failure, _store.Root) is { } full)
        {
            File.Delete(part);
            throw full;
        }

        File.Move(part, _store.BlobPath(package.Hash), overwrite: true);
        meter.AddFile();
    }

    private async Task FromSomewhereAsync(
        PackageLock packageLock, LockedPackage package, string part, FetchMeter meter, CancellationToken cancellation)
    {
        var answers = new List<(Uri, string)>();
        var wrong = false;
        foreach (var address in _options.Mirrors.AddressesOf(package, packageLock))
        {
            var download = new Download(_http, _options, _store.Time, package, part, meter);
            var outcome = await download.FromAsync(address, cancellation).ConfigureAwait(false);
            if (outcome is null)
            {
                return;
            }

            wrong |= outcome.WrongBytes;
            answers.Add((address, outcome.Answer));
            if (outcome.WrongBytes)
            {
                _options.Messages?.Report($"{address} serves wrong bytes ({outcome.Answer}); asking another source.");
            }
        }

        throw wrong ? new WrongHashException(package, answers) : new PackageUnavailableException(package, answers);
    }
}
