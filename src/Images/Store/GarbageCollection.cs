// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>One pass over the store that removes what nobody used since a point in time.</summary>
internal sealed class GarbageCollection(Store store, IReadOnlyCollection<string> keep, DateTimeOffset since)
{
    private readonly HashSet<string> _keep = [.. keep.Select(Path.GetFullPath)];
    private int _removed;
    private int _kept;
    private long _freed;

    public Task<GcResult> RunAsync(CancellationToken cancellation) => Task.Run(() => Run(cancellation), cancellation);

    private GcResult Run(CancellationToken cancellation)
    {
        foreach (var folder in Directory.EnumerateDirectories(store.Steps))
        {
            cancellation.ThrowIfCancellationRequested();
            Count(RemoveStep(folder));
        }

        foreach (var blob in Directory.EnumerateFiles(store.Blobs))
        {
            cancellation.ThrowIfCancellationRequested();
            Count(RemoveBlob(blob));
        }

        return new GcResult(_removed, _kept, new ByteSize(_freed));
    }

    private void Count(long? freed)
    {
        _removed += freed is null ? 0 : 1;
        _kept += freed is null ? 1 : 0;
        _freed += freed ?? 0;
    }

    private long? RemoveStep(string folder)
    {
        var name = Path.GetFileName(folder);
        var mark = Path.Combine(store.Used, name);
        if (_keep.Contains(folder) || WasUsed(File.Exists(mark) ? mark : folder))
        {
            return null;
        }

        using var held = StoreLock.TryTake(Path.Combine(store.Locks, name));
        if (held is null || WasUsed(File.Exists(mark) ? mark : folder))
        {
            return null;
        }

        var freed = Leftovers.SizeOf(folder);

        // Renamed first: nobody must find half a result, even if we are killed now.
        var doomed = Path.Combine(store.Temporary, name);
        Leftovers.RemoveTree(doomed);
        Directory.Move(folder, doomed);
        Leftovers.RemoveTree(doomed);
        File.Delete(mark);
        return freed;
    }

    private long? RemoveBlob(string blob)
    {
        if (WasUsed(blob))
        {
            return null;
        }

        var freed = new FileInfo(blob).Length;
        File.Delete(blob);
        return freed;
    }

    private bool WasUsed(string path) => File.GetLastWriteTimeUtc(path) >= since.UtcDateTime;
}
