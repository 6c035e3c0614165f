// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>How connections are taken.</summary>
public sealed record VsockTransportOptions
{
    /// <summary>Where a connection comes from. Default: the context id of its vsock address; others are closed.</summary>
    public PeerCid PeerCid { get; init; } = VsockEndPoint.CidOf;

    /// <summary>How many connections one machine may have open; more are closed. Default: null, any number.</summary>
    public int? ConnectionsPerPeer { get; init; }

    /// <summary>
    /// For how long no connection may be open before the listener takes no more. One that comes after that waits in the socket
    /// for whoever holds it too: systemd. Default: null, for ever.
    /// </summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>Called once, when <see cref="IdleLimit"/> has passed.</summary>
    public Action? Idle { get; init; }
}
