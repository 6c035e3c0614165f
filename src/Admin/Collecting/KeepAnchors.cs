// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Store;
using Ghaf.Journal;
using Grpc.Core;

namespace Ghaf.Admin.Collecting;

/// <summary>
/// Gives the heads of all chains to the host, once a minute and for each segment that has ended, which may make room later: what
/// follows it is then still known to follow from it.
/// </summary>
internal sealed class KeepAnchors(StoredLogs logs, IHostServices host, Action<string> tell, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ulong> _kept = [];
    private bool _failed;

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await KeepAsync(cancellation).ConfigureAwait(false);
            await Task.Delay(Interval, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>What has changed since the last time. The first time it is the heads alone: what was before, an earlier run has told.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        foreach (var log in logs.Logs)
        {
            try
            {
                await KeepAsync(log, cancellation).ConfigureAwait(false);
            }
            catch (RpcException e)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!_failed)
                {
                    tell($"The host does not keep the anchor of {log.Source}: {e.Status.Detail}");
                }

                _failed = true;
            }
        }
    }

    private async Task KeepAsync(SourceLog log, CancellationToken cancellation)
    {
        var head = log.Head;
        var first = !_kept.TryGetValue(log.Source, out var kept);
        IEnumerable<Anchor> ends = first ? [] : log.Segments.Select(segment => new Anchor(segment.First - 1, segment.PreviousHash));
        foreach (var anchor in ends.Where(end => end.Sequence < head.Sequence).Append(head).Where(anchor => anchor.Sequence > kept))
        {
            await host.KeepAnchorAsync(log.Source, anchor, cancellation).ConfigureAwait(false);
            _kept[log.Source] = anchor.Sequence;
            _failed = false;
        }
    }
}
