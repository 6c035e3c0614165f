// SPDX-License-Identifier: Apache-2.0
using System.Threading.Channels;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Admin.Collecting;

/// <summary>Tells the host of alerts as they are stored, without keeping the collecting waiting.</summary>
internal sealed class ReportAlerts(IHostServices host, Action<string> tell)
{
    private const int Waiting = 100;

    // Of more than the host can take, the last ones; all are in the log.
    private readonly Channel<string> _alerts = Channel.CreateBounded<string>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>What was stored just now.</summary>
    public void See(IReadOnlyCollection<LogEntry> entries)
    {
        foreach (var alert in entries.Select(AlertText.Of).OfType<string>())
        {
            _alerts.Writer.TryWrite(alert);
        }
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var alert in _alerts.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                await host.ReportAlertAsync(alert, cancellation).ConfigureAwait(false);
            }
            catch (RpcException e)
            {
                cancellation.ThrowIfCancellationRequested();
                tell($"The host was not told of an alert, “{alert}”: {e.Status.Detail}");
            }
        }
    }
}
