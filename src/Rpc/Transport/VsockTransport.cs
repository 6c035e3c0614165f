// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Ghaf.Rpc;

/// <summary>
/// Lets Kestrel listen on vsock, on a socket that systemd passed, and, on machines without vsock, on a Unix socket. There is
/// no end point with TCP: a server that has only this transport can't be opened to a network by mistake.
/// </summary>
public sealed class VsockTransport(VsockTransportOptions options, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private const int Backlog = 16;

    public bool CanBind(EndPoint endpoint) => endpoint is VsockEndPoint or ListeningSocket or UnixDomainSocketEndPoint;

    /// <exception cref="System.ComponentModel.Win32Exception">The port is taken, or the kernel has no vsock.</exception>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = endpoint switch
        {
            VsockEndPoint vsock => Sockets.Listen(vsock, Backlog),
            ListeningSocket listening => listening.Handle,
            UnixDomainSocketEndPoint unix => Sockets.Listen(unix, Backlog),
            _ => throw new ArgumentException($"{endpoint} is no end point of vsock.", nameof(endpoint)),
        };
        return ValueTask.FromResult<IConnectionListener>(
            new VsockListener(endpoint, socket, options, logs.CreateLogger<VsockTransport>()));
    }
}
