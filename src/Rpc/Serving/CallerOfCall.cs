// SPDX-License-Identifier: Apache-2.0
using Grpc.Core;

namespace Ghaf.Rpc;

public static class CallerOfCall
{
    /// <summary>Who calls, for a service whose policy has let the call through.</summary>
    public static string CallerName(this ServerCallContext context) =>
        PeerName.Of(context.GetHttpContext().Connection.ClientCertificate!)!;
}
