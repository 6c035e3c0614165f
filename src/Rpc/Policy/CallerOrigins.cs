// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

public static class CallerOrigins
{
    /// <summary>In a guest: whoever calls does so through the host, since vsock knows no way from one guest to another.</summary>
    public static bool HostOnly(string caller, uint cid) => cid == VsockEndPoint.HostCid;
}
