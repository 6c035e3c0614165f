// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Counts bytes and files of many downloads and reports them at most five times a second.</summary>
internal sealed class FetchMeter(IProgress<FetchProgress>? progress, long total, int files, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly long _begun = time.GetTimestamp();
    private long _done;
    private int _filesDone;
    private long _reported;

    /// <summary>Bytes came in; negative when bytes that came in have to be fetched again.</summary>
    public void AddBytes(long bytes)
    {
        Interlocked.Add(ref _done, bytes);
        var last = Interlocked.Read(ref _reported);
        if (progress is not null
            && time.GetElapsedTime(last) >= Interval
            && Interlocked.CompareExchange(ref _reported, time.GetTimestamp(), last) == last)
        {
            Report();
        }
    }

    public void AddFile() => Interlocked.Increment(ref _filesDone);

    public void Report()
    {
        var done = Interlocked.Read(ref _done);
        var seconds = Math.Max(time.GetElapsedTime(_begun).TotalSeconds, 0.001);
        progress?.Report(new FetchProgress(
            new ByteSize(done), new ByteSize(total), new ByteSize((long)(done / seconds)), _filesDone, files));
    }
}
