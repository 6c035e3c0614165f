// SPDX-License-Identifier: Apache-2.0
using Grpc.Core;

namespace Ghaf.Rpc;

/// <summary>Finds out whether a call gets through, with an empty request: of checks.</summary>
public static class ProbeCall
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <returns><see cref="StatusCode.OK"/>, or why it failed.</returns>
    public static async Task<StatusCode> StatusAsync(GuestChannel channel, ContractMethod method, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(method);
        var parts = method.Path.Split('/');
        try
        {
            await channel.Calls.AsyncUnaryCall(
                new Method<byte[], byte[]>(MethodType.Unary, parts[1], parts[2], Raw, Raw), null, new CallOptions(cancellationToken: cancel), [])
                .ResponseAsync.ConfigureAwait(false);
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            cancel.ThrowIfCancellationRequested();
            return e.StatusCode;
        }
    }
}
