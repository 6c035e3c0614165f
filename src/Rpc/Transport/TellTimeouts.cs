// SPDX-License-Identifier: Apache-2.0
using System.Net.Http;

namespace Ghaf.Rpc;

/// <summary>A connection that was not there in time is a call that could not be made; gRPC would take it for one that was cancelled.</summary>
internal sealed class TellTimeouts(HttpMessageHandler inner, string serverName) : DelegatingHandler(inner)
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
    }
}
