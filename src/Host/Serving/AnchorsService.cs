// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Events;
using Ghaf.Host.LogKeeping;
using Ghaf.Journal;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Host.Serving;

/// <summary>Keeps what the VM that collects the logs must not change afterwards.</summary>
internal sealed class AnchorsService(AnchorBook book, EventLog events, Log log) : Anchors.AnchorsBase
{
    // So that a caller gone wild fills no memory: the VMs of a device are fewer.
    private const int MostSources = 64;

    public override Task<KeepAnchorResponse> Keep(KeepAnchorRequest request, ServerCallContext context)
    {
        if (!PeerName.IsValid(request.Source) || request.Sequence == 0 || request.Hash.Length != HashChain.HashBytes)
        {
            throw Failure(StatusCode.InvalidArgument, $"source: a name; sequence: above 0; hash: {HashChain.HashBytes} bytes.");
        }

        var sources = book.Sources;
        if (sources.Count >= MostSources && !sources.Contains(request.Source))
        {
            throw Failure(StatusCode.ResourceExhausted, $"Anchors of {MostSources} sources are kept already.");
        }

        if (book.Keep(request.Source, new Anchor(request.Sequence, request.Hash.ToByteArray())) is { } contradiction)
        {
            events.Add(DeviceEventKind.Denied, context.CallerName(), $"An anchor was refused: {contradiction}.");
            throw Failure(StatusCode.FailedPrecondition, $"It is not kept: {contradiction}.");
        }

        log.Write($"anchor {request.Source} {request.Sequence} {Convert.ToHexStringLower(request.Hash.Span)}");
        return Task.FromResult(new KeepAnchorResponse());
    }

    private static RpcException Failure(StatusCode code, string what) => new(new Status(code, what));
}
