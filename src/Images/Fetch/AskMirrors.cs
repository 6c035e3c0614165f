// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>Asks for packages without fetching them: whether the store, a mirror or the snapshot archive has each.</summary>
/// <remarks>A mirror is believed that it has the right bytes when the size is right; a build checks the hash.</remarks>
public sealed class AskMirrors : IDisposable
{
    // A host that was out of reach for so many packages is not asked about the others: a machine without network should
    // hear so soon.
    private const int HostFailures = 3;

    private readonly Store _store;
    private readonly FetchOptions _options;
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, int> _silent = new(StringComparer.Ordinal);

    /// <param name="store">Is looked into first.</param>
    /// <param name="options">Null: the defaults. Its progress of bytes is not used.</param>
    public AskMirrors(Store store, FetchOptions? options = null)
    {
        _store = store;
        _options = options ?? new FetchOptions();
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = _options.StallTimeout,
            MaxConnectionsPerServer = _options.Parallel,
        })
        {
            Timeout = _options.StallTimeout,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("ghaf");
    }

    /// <summary>Asks for each package, several at once.</summary>
    /// <param name="answered">Called with the number of packages known so far, from several threads.</param>
    /// <returns>In the order of <paramref name="packages"/>.</returns>
    public async Task<ImmutableArray<ServedPackage>> RunAsync(
        PackageLock packageLock, IReadOnlyList<LockedPackage> packages, Action<int> answered, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(packages);
        ArgumentNullException.ThrowIfNull(answered);
        var answers = new ServedPackage[packages.Count];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellation };
        await Parallel.ForAsync(0, packages.Count, parallel, async (number, stop) =>
        {
            answers[number] = await AskAsync(packageLock, packages[number], stop).ConfigureAwait(false);
            answered(Interlocked.Increment(ref done));
        }).ConfigureAwait(false);
        return ImmutableArray.Create(answers);
    }

    public void Dispose() => _http.Dispose();

    private async Task<ServedPackage> AskAsync(PackageLock packageLock, LockedPackage package, CancellationToken cancellation)
    {
        var blob = new FileInfo(_store.BlobPath(package.Hash));
        if (blob.Exists && blob.Length == package.Size)
        {
            return new(package, PackagePlace.Store, []);
        }

        var answers = ImmutableArray.CreateBuilder<MirrorAnswer>();
        foreach (var address in _options.Mirrors.AddressesOf(package, packageLock))
        {
            if (await RefusalAsync(package, address, cancellation).ConfigureAwait(false) is not { } refusal)
            {
                var snapshot = _options.Mirrors.Snapshot is { } archive && archive.IsBaseOf(address);
                return new(package, snapshot ? PackagePlace.Snapshot : PackagePlace.Mirror, answers.ToImmutable());
            }

            answers.Add(refusal);
        }

        return new(package, null, answers.ToImmutable());
    }

    // Null if the address has the package.
    private async Task<MirrorAnswer?> RefusalAsync(LockedPackage package, Uri address, CancellationToken cancellation)
    {
        if (_silent.GetValueOrDefault(address.Authority) >= HostFailures)
        {
            return new(address, "not asked: its host was out of reach before", IsReached: false);
        }

        var answer = "";
        for (var attempt = 1; attempt <= _options.Attempts; attempt++)
        {
            if (attempt > 1)
            {
                var pause = _options.Backoff * Math.Pow(2, attempt - 2);
                await Task.Delay(pause, _store.Time, cancellation).ConfigureAwait(false);
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Head, address);
                using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
                _silent.TryRemove(address.Authority, out _);
                if (response.IsSuccessStatusCode)
                {
                    var length = response.Content.Headers.ContentLength;
                    return length is null || length == package.Size
                        ? null
                        : new(address, $"wrong size, {length} bytes instead of {package.Size}", IsReached: true);
                }

                answer = $"{(int)response.StatusCode} {response.ReasonPhrase}";
                if (!Download.MayPass(response.StatusCode))
                {
                    return new(address, answer, IsReached: true);
                }
            }
            catch (HttpRequestException broken)
            {
                answer = broken.InnerException?.Message ?? broken.Message;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                answer = $"no answer within {_options.StallTimeout.TotalSeconds:0.#} s";
            }
        }

        _silent.AddOrUpdate(address.Authority, 1, (_, failures) => failures + 1);
        return new(address, $"{answer}, {_options.Attempts} attempts", IsReached: false);
    }
}
