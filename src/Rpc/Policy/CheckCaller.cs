// SPDX-License-Identifier: Apache-2.0
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Ghaf.Rpc;

/// <summary>Lets a call through to its service when a rule allows it and its caller comes from where it may come from.</summary>
internal sealed class CheckCaller(
    CallPolicy policy, CallerOrigin origin, DeniedCalls denied, TimeProvider time, ILogger<CheckCaller> log) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(requestStream, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(requestStream, responseStream, context);
    }

    private void Check(ServerCallContext context)
    {
        var features = context.GetHttpContext().Features;
        var cid = features.Get<IVsockPeer>()?.Cid;
        if (Refusal(context, cid, features.Get<IVouchedCaller>()?.Name) is { } refusal)
        {
            denied.Add(cid, refusal);
            log.LogWarning("Refused: {Refusal}", refusal);
            throw new RpcException(new Status(StatusCode.PermissionDenied, refusal));
        }
    }

    private string? Refusal(ServerCallContext context, uint? cid, string? vouchedFor)
    {
        var method = ContractMethod.ShortName(context.Method);

        // The handshake has checked it already, but a connection may outlive it.
        var certificate = context.GetHttpContext().Connection.ClientCertificate;
        if (certificate is null || PeerName.Of(certificate) is not { } caller)
        {
            return $"{method} was called without a certificate.";
        }

        if (certificate.NotAfter.ToUniversalTime() < time.GetUtcNow())
        {
            return $"“{caller}” may not call {method}: its certificate has ended; connect with a new one.";
        }

        if (cid is not { } from || !origin(caller, from, vouchedFor))
        {
            var word = vouchedFor is null ? "" : $", which says that it is “{vouchedFor}”";
            return $"“{caller}” may not call {method} from CID {cid?.ToString() ?? "unknown"}{word}.";
        }

        return policy.Allows(caller, method) ? null : $"“{caller}” may not call {method}: no rule allows it.";
    }
}
