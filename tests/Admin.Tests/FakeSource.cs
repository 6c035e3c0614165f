// SPDX-License-Identifier: Apache-2.0
using System.Runtime.CompilerServices;
using Ghaf.Admin.Collecting;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Admin.Tests;

/// <summary>A machine with a journal in memory, which writes, breaks off and starts anew as a test says.</summary>
internal sealed class FakeSource(string name = "net-vm") : ILogSource
{
    private readonly Lock _gate = new();
    private List<LogEntry> _journal = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAway;

    public string Name => name;

    /// <summary>After which cursors it was asked.</summary>
    public List<string> Asked { get; } = [];

    public void Write(params LogEntry[] entries) => Change(() => _journal.AddRange(entries));

    /// <summary>Breaks off whoever reads, and does not answer.</summary>
    public void GoAway() => Change(() => _isAway = true);

    public void ComeBack() => Change(() => _isAway = false);

    /// <summary>With an empty journal.</summary>
    public void StartAnew() => Change(() => (_journal, _isAway) = ([], false));

    public async IAsyncEnumerable<IReadOnlyCollection<LogEntry>> ReadAsync(
        string afterCursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        lock (_gate)
        {
            Asked.Add(afterCursor);
        }

        var journal = _journal;
        var next = journal.FindIndex(entry => entry.Cursor == afterCursor) + 1;
        while (true)
        {
            LogEntry[] batch;
            Task changed;
            lock (_gate)
            {
                if (_isAway || journal != _journal)
                {
                    throw new RpcException(new Status(StatusCode.Unavailable, "It is away."));
                }

                batch = [.. journal.Skip(next).Take(3).Select(entry => entry.Clone())];
                changed = _changed.Task;
            }

            if (batch.Length > 0)
            {
                next += batch.Length;
                yield return batch;
            }
            else
            {
                await changed.WaitAsync(cancellation);
            }
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
