// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Store;

/// <summary>
/// The logs of all sources, a folder each. Together they have a bound: then the source that has most makes room, by its oldest
/// segment, so that one VM that writes much takes no other's log away.
/// </summary>
internal sealed class StoredLogs : IDisposable
{
    private readonly Lock _gate = new();
    private readonly long _limit;
    private readonly SortedDictionary<string, SourceLog> _logs = new(StringComparer.Ordinal);

    private StoredLogs(long limit) => _limit = limit;

    /// <summary>Of each source, those too that are not collected any more.</summary>
    public IReadOnlyCollection<SourceLog> Logs => _logs.Values;

    /// <param name="sources">What will be collected; what else is there stays, and can be searched.</param>
    /// <param name="limit">How much all may take. Unit: bytes.</param>
    /// <param name="segmentSize">Unit: bytes.</param>
    /// <exception cref="StoreException">A file is no segment.</exception>
    public static StoredLogs Open(string folder, IEnumerable<string> sources, long limit, long segmentSize, Action<string> tell)
    {
        var store = new StoredLogs(limit);
        Directory.CreateDirectory(folder);

        // What a new ext4 has.
        var found = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => name != "lost+found");
        foreach (var source in sources.Union(found, StringComparer.Ordinal))
        {
            store._logs.Add(source, SourceLog.Open(Path.Combine(folder, source), source, segmentSize, tell));
        }

        return store;
    }

    public SourceLog this[string source] => _logs[source];

    /// <inheritdoc cref="SourceLog.Append"/>
    public void Append(string source, IReadOnlyCollection<LogEntry> entries)
    {
        _logs[source].Append(entries);
        MakeRoom();
    }

    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Dispose();
        }
    }

    private void MakeRoom()
    {
        lock (_gate)
        {
            var sizes = _logs.Values.Select(log => (Log: log, Size: log.Segments.Sum(segment => segment.Size))).ToList();
            while (sizes.Sum(s => s.Size) > _limit)
            {
                var most = sizes.Where(s => s.Log.Segments.Count > 1).OrderByDescending(s => s.Size).FirstOrDefault().Log;
                if (most?.DropOldest() != true)
                {
                    return;
                }

                sizes = [.. sizes.Select(s => s.Log == most ? (most, most.Segments.Sum(segment => segment.Size)) : s)];
            }
        }
    }
}
