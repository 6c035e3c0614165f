// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Store;
using Ghaf.Journal;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Admin.Collecting;

/// <summary>
/// Stores what a source writes. It asks for what comes after the last entry that is stored for good, so nothing that was stored is
/// lost or asked for again, and what is written while nobody asks waits in the source's own journal, as long as that has room.
/// </summary>
/// <param name="stored">Told of what has just been stored.</param>
/// <param name="tell">Told when the source is not collected any more, and when it is again.</param>
internal sealed class CollectSource(
    ILogSource source, StoredLogs logs, Action<IReadOnlyCollection<LogEntry>> stored, Action<string> tell, TimeProvider time)
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private bool _isSilent;

    /// <summary>Until cancelled: a source that goes away is asked again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pause = FirstPause;
        while (true)
        {
            var begun = logs[source.Name].Head.Sequence;
            var reason = await CollectAsync(cancellation).ConfigureAwait(false);
            Tell(isSilent: true, $"{source.Name} is not collected at the moment: {reason}");
            pause = logs[source.Name].Head.Sequence == begun ? pause : FirstPause;
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // Returns why it ended.
    private async Task<string> CollectAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var batch in source.ReadAsync(logs[source.Name].Cursor, cancellation).ConfigureAwait(false))
            {
                logs.Append(source.Name, batch);
                Tell(isSilent: false, $"{source.Name} is collected again.");
                stored(batch);
            }

            return "Its journal has ended.";
        }
        catch (RpcException e)
        {
            cancellation.ThrowIfCancellationRequested();
            return e.Status.Detail;
        }
        catch (Exception e) when (e is JournalException or IOException)
        {
            return e.Message;
        }
    }

    // Once each: these lines are collected too.
    private void Tell(bool isSilent, string what)
    {
        if (_isSilent != isSilent)
        {
            _isSilent = isSilent;
            tell(what);
        }
    }
}
