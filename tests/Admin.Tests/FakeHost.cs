// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Admin.Collecting;
using Ghaf.Journal;
using Grpc.Core;

namespace Ghaf.Admin.Tests;

internal sealed class FakeHost : IHostServices
{
    public ConcurrentQueue<(string Source, Anchor Anchor)> Anchors { get; } = new();

    public ConcurrentQueue<string> Alerts { get; } = new();

    public bool IsAway { get; set; }

    public Task KeepAnchorAsync(string source, Anchor anchor, CancellationToken cancellation)
    {
        ThrowIfAway();
        Anchors.Enqueue((source, anchor));
        return Task.CompletedTask;
    }

    public Task ReportAlertAsync(string text, CancellationToken cancellation)
    {
        ThrowIfAway();
        Alerts.Enqueue(text);
        return Task.CompletedTask;
    }

    private void ThrowIfAway()
    {
        if (IsAway)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "It is away."));
        }
    }
}
