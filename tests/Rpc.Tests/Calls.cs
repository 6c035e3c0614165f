// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Rpc.Tests;

/// <summary>Calls of which only the outcome counts.</summary>
internal static class Calls
{
    /// <summary>The probe of all tests about who gets through.</summary>
    public static Task<GetStatusResponse> Probe(this GuestChannel channel) => channel.Guest.GetStatusAsync(new GetStatusRequest()).ResponseAsync;

    /// <summary>Any method, with an empty message; how it streams does not count for whether it gets through.</summary>
    public static Task CallAsync(this GuestChannel channel, ContractMethod method)
    {
        var raw = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
        var parts = method.Path.Split('/');
        return channel.Calls.AsyncUnaryCall(new Method<byte[], byte[]>(MethodType.Unary, parts[1], parts[2], raw, raw), null, default, [])
            .ResponseAsync;
    }

    public static Task<RpcException> Refused(Task call) => Assert.ThrowsAsync<RpcException>(() => call);
}
