// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Microsoft.Extensions.Logging;

namespace Ghaf.Rpc;

/// <summary>What a server of the control plane has to know.</summary>
public sealed record RpcServerOptions
{
    /// <summary>A <see cref="VsockEndPoint"/>, a <see cref="ListeningSocket"/>, or the Unix socket of a test.</summary>
    public required EndPoint EndPoint { get; init; }

    /// <summary>What it shows to callers, and by whose authority it believes them.</summary>
    public required CurrentIdentity Identity { get; init; }

    public required CallPolicy Policy { get; init; }

    /// <summary>In a guest <see cref="CallerOrigins.VouchedByHost"/>.</summary>
    public required CallerOrigin Origin { get; init; }

    /// <summary>
    /// Whether each connection begins with a line in which the other machine says who calls, as in guests. Default: no.
    /// </summary>
    public bool IsIntroduced { get; init; }

    /// <summary>Told of each refused call: the CID it came from, and the reason. Default: nobody is.</summary>
    public Action<uint?, string>? Refused { get; init; }

    /// <summary>Default: the context id of the connection's vsock address.</summary>
    public PeerCid PeerCid { get; init; } = VsockEndPoint.CidOf;

    /// <summary>
    /// After how long without a call a connection is closed, and after how long without a connection the server ends. Default:
    /// null, it stays.
    /// </summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>For who calls, and again for TLS. Default: 10 seconds; an emulated machine may take seconds for its first.</summary>
    public TimeSpan HandshakeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections may be open at once. Default: 16.</summary>
    public int MaximumConnections { get; init; } = 16;

    /// <summary>How many of these one machine may have. Default: null, all.</summary>
    public int? ConnectionsPerPeer { get; init; }

    /// <summary>The longest message that it takes, in bytes. Default: 256 KiB.</summary>
    public int MaximumMessage { get; init; } = 256 << 10;

    /// <summary>For the end of certificates. Default: the system's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where lines go. Default: nowhere.</summary>
    public ILoggerProvider? Log { get; init; }
}
