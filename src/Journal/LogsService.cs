// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Ghaf.Journal;

/// <summary>Gives this machine's journal to whoever may have it.</summary>
public sealed class LogsService(IJournalReader journal, IHostApplicationLifetime lifetime) : Logs.LogsBase
{
    /// <summary>How many may read at once: each is a process.</summary>
    public const int MaximumReaders = 4;

    private int _readers;

    public override async Task Read(ReadLogsRequest request, IServerStreamWriter<LogBatch> responseStream, ServerCallContext context)
    {
        if (request.AfterCursor.Length > 0 && !JournalReader.IsCursor(request.AfterCursor))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "after_cursor is no cursor of a journal."));
        }

        // Otherwise the machine's end would wait for a call that has none.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            if (Interlocked.Increment(ref _readers) > MaximumReaders)
            {
                throw new RpcException(new Status(StatusCode.ResourceExhausted, $"{MaximumReaders} read the journal already."));
            }

            await foreach (var batch in journal.ReadAsync(request.AfterCursor, request.Follow, ended.Token).ConfigureAwait(false))
            {
                await responseStream.WriteAsync(new LogBatch { Entries = { batch } }, ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The agent ends."));
        }
        catch (JournalException e)
        {
            throw new RpcException(new Status(StatusCode.Internal, e.Message));
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }
}
