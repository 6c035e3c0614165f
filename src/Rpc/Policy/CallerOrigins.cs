// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

public static class CallerOrigins
{
    /// <summary>
    /// In a guest: whoever calls does so through the host, since vsock knows no way from one guest to another, and the host, which knows
    /// them by their CIDs, says who it is.
    /// </summary>
    public static bool VouchedByHost(string caller, uint cid, string? vouchedFor) => cid == VsockEndPoint.HostCid && vouchedFor == caller;
}
