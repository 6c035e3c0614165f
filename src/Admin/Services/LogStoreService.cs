// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Store;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;

namespace Ghaf.Admin.Services;

/// <summary>Lets others look into the logs.</summary>
internal sealed class LogStoreService(StoredLogs logs) : LogStore.LogStoreBase, IDisposable
{
    private const uint MostLines = 10_000;
    private const int SectionBytes = 512 << 10;

    // Each holds a segment and a page of every source in memory.
    private readonly SemaphoreSlim _one = new(1);

    public override async Task<SearchLogsResponse> Search(SearchLogsRequest request, ServerCallContext context)
    {
        if (request.Lines is 0 or > MostLines || request.Priority > 7)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"lines: 1 to {MostLines}; priority: 0 to 7."));
        }

        await _one.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        try
        {
            return SearchStore.Run(logs, request, context.CancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public override async Task Export(ExportLogsRequest request, IServerStreamWriter<ChainSection> responseStream, ServerCallContext context)
    {
        var log = logs.Logs.FirstOrDefault(log => log.Source == request.Source)
            ?? throw new RpcException(new Status(StatusCode.NotFound, $"Nothing was ever collected of “{request.Source}”."));
        var segments = log.Segments;
        try
        {
            foreach (var section in segments.SelectMany(SectionsOf))
            {
                await responseStream.WriteAsync(section, context.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (FileNotFoundException)
        {
            throw new RpcException(new Status(StatusCode.Aborted, "A segment made room meanwhile; ask again."));
        }
    }

    public void Dispose() => _one.Dispose();

    private static IEnumerable<ChainSection> SectionsOf(Segment segment)
    {
        var section = new ChainSection { PreviousHash = ByteString.CopyFrom(segment.PreviousHash.Span) };
        var bytes = 0;
        foreach (var record in segment.Read())
        {
            section.Records.Add(new ChainRecord { Entry = ByteString.CopyFrom(record.Entry.Span), Hash = ByteString.CopyFrom(record.Hash.Span) });
            bytes += record.Entry.Length;
            if (bytes > SectionBytes)
            {
                yield return section;
                section = new ChainSection { PreviousHash = ByteString.CopyFrom(record.Hash.Span) };
                bytes = 0;
            }
        }

        if (section.Records.Count > 0)
        {
            yield return section;
        }
    }
}
