// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.Events;

/// <summary>
/// The last events of the device, in memory. When there is no room the oldest goes of whatever there is most of, so that a VM that
/// causes many displaces nobody else's.
/// </summary>
/// <param name="first">The number of the first.</param>
internal sealed class EventLog(TimeProvider time, long first = 1)
{
    public const int Kept = 1000;

    /// <summary>In characters. All of them, with every character escaped, are less than the longest line of the control port.</summary>
    public const int LongestText = 500;

    private readonly Lock _gate = new();
    private readonly List<DeviceEvent> _events = [];
    private readonly Dictionary<(DeviceEventKind, string?), int> _counts = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _next = first;

    /// <summary>
    /// Numbers that go on where those of a daemon before it ended: they begin with the milliseconds since the host's start, and
    /// there are fewer events than these.
    /// </summary>
    public static EventLog Start(TimeProvider time) => new(time, (long)Moment.Now(time).Monotonic.TotalMilliseconds);

    /// <param name="vm">Null for the host.</param>
    /// <param name="text">What is not plain in it is replaced.</param>
    /// <param name="topic">Of a report.</param>
    public void Add(DeviceEventKind kind, string? vm, string text, string? topic = null)
    {
        var plain = PlainText.Clean(text.Trim().ReplaceLineEndings(" | "), LongestText);
        lock (_gate)
        {
            if (_events.Count == Kept)
            {
                RemoveOne();
            }

            _counts[(kind, vm)] = _counts.GetValueOrDefault((kind, vm)) + 1;
            _events.Add(new DeviceEvent(_next++, time.GetUtcNow(), kind, plain, vm, topic));
            _added.SetResult();
            _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Those with a greater number, in order.</summary>
    public IReadOnlyList<DeviceEvent> After(long number)
    {
        lock (_gate)
        {
            return [.. _events.SkipWhile(e => e.Number <= number)];
        }
    }

    /// <summary>Completes when there is one with a greater number.</summary>
    public async Task WaitAsync(long number, CancellationToken cancel)
    {
        Task added;
        lock (_gate)
        {
            added = _events is [.., var last] && last.Number > number ? Task.CompletedTask : _added.Task;
        }

        await added.WaitAsync(cancel).ConfigureAwait(false);
    }

    private void RemoveOne()
    {
        var most = _counts.MaxBy(count => count.Value).Key;
        _events.RemoveAt(_events.FindIndex(e => (e.Kind, e.Vm) == most));
        _counts[most]--;
    }
}
