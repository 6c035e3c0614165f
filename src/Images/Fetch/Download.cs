// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Fetches one file into a part file, goes on where an earlier attempt ended, and checks it.</summary>
internal sealed class Download(
    HttpClient http, FetchOptions options, TimeProvider time, LockedPackage package, string part, FetchMeter meter)
{
    private const int BufferSize = 1 << 17;
    private long _counted;

    /// <summary>Null if the part file is now complete and right, otherwise why not.</summary>
    public async Task<DownloadFailure?> FromAsync(Uri address, CancellationToken cancellation)
    {
        var failure = await TryOftenAsync(address, cancellation).ConfigureAwait(false);
        if (failure is not null)
        {
            Count(0);
        }

        return failure;
    }

    private async Task<DownloadFailure?> TryOftenAsync(Uri address, CancellationToken cancellation)
    {
        var failure = new DownloadFailure("never asked");
        var inherited = File.Exists(part) && new FileInfo(part).Length > 0;
        for (var attempt = 1; attempt <= options.Attempts; attempt++)
        {
            if (attempt > 1)
            {
                await Task.Delay(options.Backoff * Math.Pow(2, attempt - 2), time, cancellation).ConfigureAwait(false);
            }

            try
            {
                if (await TryOnceAsync(address, cancellation).ConfigureAwait(false) is not { } failed)
                {
                    return null;
                }

                failure = failed;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                failure = new DownloadFailure($"stalled: no byte for {options.StallTimeout.TotalSeconds:0.#} s");
                continue;
            }
            catch (HttpRequestException broken)
            {
                failure = new DownloadFailure(broken.InnerException?.Message ?? broken.Message);
                continue;
            }
            catch (IOException broken) when (broken is HttpIOException || broken.InnerException is SocketException)
            {
                failure = new DownloadFailure("dropped the connection");
                continue;
            }

            if (failure.WrongBytes && inherited)
            {
                // The beginning is from elsewhere, or was damaged on disk: this source deserves one chance of its own.
                inherited = false;
                continue;
            }

            if (!failure.MayPass)
            {
                return failure;
            }
        }

        return failure with { Answer = $"{failure.Answer}, {options.Attempts} attempts" };
    }

    internal static bool MayPass(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    private void Count(long bytes)
    {
        meter.AddBytes(bytes - _counted);
        _counted = bytes;
    }

    private async Task<DownloadFailure?> TryOnceAsync(Uri address, CancellationToken cancellation)
    {
        using var stall = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stall.Token);
        var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        await using var _ = file.ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var have = await HashPresentAsync(file, hash, cancellation).ConfigureAwait(false);
        if (have < package.Size)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Range = have > 0 ? new RangeHeaderValue(have, null) : null;
            stall.CancelAfter(options.StallTimeout);
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                return new DownloadFailure($"{(int)response.StatusCode} {response.ReasonPhrase}", MayPass: MayPass(response.StatusCode));
            }

            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                return Refuse(file, "wrong size, its file is shorter than the lock says");
            }

            if (have > 0 && response.Content.Headers.ContentRange?.From != have)
            {
                // It does not know ranges and sends everything.
                file.SetLength(0);
                hash.GetHashAndReset();
                have = 0;
            }

            if (response.Content.Headers.ContentLength is { } length && have + length != package.Size)
            {
                return Refuse(file, $"wrong size, {have + length} bytes instead of {package.Size}");
            }

            have = await CopyAsync(response, file, hash, have, stall, stop.Token).ConfigureAwait(false);
        }

        if (have < package.Size)
        {
            return new DownloadFailure("dropped the connection", MayPass: true);
        }

        var digest = Sha256.FromBytes(hash.GetHashAndReset());
        return have == package.Size && digest == package.Hash ? null : Refuse(file, $"wrong sha256 {digest}");
    }

    // Wrong bytes must not be what the next attempt goes on from.
    private static DownloadFailure Refuse(FileStream file, string answer)
    {
        file.SetLength(0);
        return new DownloadFailure(answer, WrongBytes: true);
    }

    private async Task<long> HashPresentAsync(FileStream file, IncrementalHash hash, CancellationToken cancellation)
    {
        if (file.Length > package.Size)
        {
            file.SetLength(0);
        }

        var buffer = new byte[BufferSize];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        Count(file.Length);
        return file.Length;
    }

    private async Task<long> CopyAsync(
        HttpResponseMessage response, FileStream file, IncrementalHash hash, long have, CancellationTokenSource stall, CancellationToken stop)
    {
        var body = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        while (have <= package.Size)
        {
            stall.CancelAfter(options.StallTimeout);
            var read = await body.ReadAsync(buffer, stop).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop).ConfigureAwait(false);
            have += read;
            Count(have);
        }

        return have;
    }
}
