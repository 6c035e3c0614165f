// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Ghaf.Rpc;

/// <summary>Reads, before TLS begins, for whom the host vouches on this connection: <see cref="SwitchboardLine.From"/>.</summary>
internal sealed class ReadIntroduction(ConnectionDelegate next, TimeSpan limit, ILogger log)
{
    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        if (await ReadAsync(connection.Transport.Input, connection.ConnectionClosed).ConfigureAwait(false) is not { } caller)
        {
            log.LogWarning(
                "A connection from CID {Cid} was refused: it does not begin with who calls.", connection.Features.Get<IVsockPeer>()?.Cid);
            connection.Abort();
            return;
        }

        connection.Features.Set<IVouchedCaller>(new VouchedCaller(caller));
        await next(connection).ConfigureAwait(false);
    }

    private async Task<string?> ReadAsync(PipeReader input, CancellationToken closed)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(closed);
        ended.CancelAfter(limit);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(ended.Token).ConfigureAwait(false);
                var kept = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, SwitchboardLine.MaximumBytes));
                if (kept.PositionOf((byte)'\n') is { } end)
                {
                    var line = SwitchboardLine.Parse(kept.Slice(0, end).ToArray());
                    input.AdvanceTo(kept.GetPosition(1, end));
                    return line?.NameAfter(SwitchboardLine.FromWord);
                }

                var isTooLong = kept.Length == SwitchboardLine.MaximumBytes;
                input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                if (isTooLong || read.IsCompleted)
                {
                    return null;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return null;
        }
    }

    private sealed record VouchedCaller(string Name) : IVouchedCaller;
}
