// SPDX-License-Identifier: Apache-2.0
using System.Net.Http;
using Grpc.Core;

namespace Ghaf.Rpc;

/// <summary>
/// Tells why there is no connection. One that was not there in time is a call that could not be made, which gRPC would take for
/// one that was cancelled; one that the policy stands against is a call that was denied.
/// </summary>
internal sealed class TellConnectFailures(HttpMessageHandler inner, string serverName) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException)
        {
            throw new IOException($"“{serverName}” did not answer in time.", e);
        }
        catch (HttpRequestException e) when (e.InnerException is SwitchboardRefusedException { IsDenied: true } refused)
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, refused.Message, e));
        }
    }
}
