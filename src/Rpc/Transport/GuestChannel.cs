// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Ghaf.Rpc;

/// <summary>
/// Calls the agent of a VM, or the host. The first call connects, and so does a later one when the connection has gone; a call that can't be
/// made fails with an <see cref="RpcException"/>: of <see cref="StatusCode.Unavailable"/> when nobody answers, of
/// <see cref="StatusCode.Internal"/> when who answers is not who was called.
/// </summary>
public sealed class GuestChannel : IDisposable
{
    private readonly GrpcChannel _channel;

    private GuestChannel(GrpcChannel channel, GuestChannelOptions options)
    {
        _channel = channel;
        Calls = channel.Intercept(new LimitCalls(options.CallLimit, TimeProvider.System));
        Guest = new(Calls);
        Applications = new(Calls);
        Units = new(Calls);
        Power = new(Calls);
        Vms = new(Calls);
        Events = new(Calls);
    }

    /// <summary>For clients of other services.</summary>
    public CallInvoker Calls { get; }

    public Contracts.Guest.GuestClient Guest { get; }

    public Contracts.Applications.ApplicationsClient Applications { get; }

    public Contracts.Units.UnitsClient Units { get; }

    public Contracts.Power.PowerClient Power { get; }

    /// <summary>The host's.</summary>
    public Contracts.Vms.VmsClient Vms { get; }

    /// <summary>The host's.</summary>
    public Contracts.Events.EventsClient Events { get; }

    /// <summary>From the host directly to a VM.</summary>
    /// <param name="cid">Of the VM.</param>
    /// <param name="port">On which its agent listens.</param>
    /// <param name="client">Who calls. Its authority is the only one that is believed. Not disposed with the channel.</param>
    /// <param name="serverName">The name that the VM's certificate has to show: <c>net-vm</c>.</param>
    public static GuestChannel Connect(uint cid, uint port, Identity client, string serverName, GuestChannelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Connect(new VsockEndPoint(cid, port), client, serverName, SwitchboardLine.From(client.Name), options);
    }

    /// <summary>From a VM to the host, or through the host's switchboard to another VM.</summary>
    /// <param name="called"><c>host</c>, or the VM's name.</param>
    public static GuestChannel ConnectFromVm(Identity client, string called, GuestChannelOptions? options = null) => called == PeerName.Host
        ? Connect(new VsockEndPoint(VsockEndPoint.HostCid, RpcPorts.Agent), client, called, null, options)
        : Connect(new VsockEndPoint(VsockEndPoint.HostCid, RpcPorts.Switchboard), client, called, SwitchboardLine.Call(called), options);

    /// <summary>As the others, but also to the Unix socket of a test.</summary>
    /// <param name="opening">What is said before TLS; null for nothing.</param>
    public static GuestChannel Connect(
        EndPoint endPoint, Identity client, string serverName, SwitchboardLine? opening, GuestChannelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        ArgumentNullException.ThrowIfNull(client);
        options ??= GuestChannelOptions.Default;
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) => await OpenAsync(endPoint, opening, options.ConnectLimit, cancellation).ConfigureAwait(false),
            ConnectTimeout = options.ConnectLimit,
            PooledConnectionIdleTimeout = options.IdleLimit,
            KeepAlivePingDelay = options.KeepAlive,
            KeepAlivePingTimeout = options.KeepAlive,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            SslOptions = Tls(client, serverName),
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        var channel = GrpcChannel.ForAddress(
            $"https://{serverName}", new GrpcChannelOptions { HttpHandler = new TellConnectFailures(handler, serverName), DisposeHttpClient = true });
        return new GuestChannel(channel, options);
    }

    public void Dispose() => _channel.Dispose();

    private static SslClientAuthenticationOptions Tls(Identity client, string serverName)
    {
        var check = new PeerCheck(client.Authority);
        return new SslClientAuthenticationOptions
        {
            TargetHost = serverName,
            EnabledSslProtocols = SslProtocols.Tls13,
            LocalCertificateSelectionCallback = (_, _, _, _, _) => client.Certificate,
            CertificateChainPolicy = check.ChainPolicy(PeerRole.Server),
            RemoteCertificateValidationCallback = (_, certificate, _, _) => IsExpected(check, certificate, serverName),
            AllowTlsResume = false,
        };
    }

    private static bool IsExpected(PeerCheck check, X509Certificate? certificate, string serverName)
    {
        var verdict = check.Check(certificate as X509Certificate2, PeerRole.Server);

        // Thrown, because “false” would leave the caller without the reason.
        return verdict.Name == serverName ? true : throw new AuthenticationException(
            verdict.Refusal ?? $"“{serverName}” was called and “{verdict.Name}” answered.");
    }

    private static async Task<Stream> OpenAsync(
        EndPoint endPoint, SwitchboardLine? opening, TimeSpan limit, CancellationToken cancellation)
    {
        var stream = new SocketStream(await OpenAsync(endPoint, limit, cancellation).ConfigureAwait(false));
        try
        {
            if (opening is not null)
            {
                await OpenLine.SayAsync(stream, opening, cancellation).ConfigureAwait(false);
            }

            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<Socket> OpenAsync(EndPoint endPoint, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            if (endPoint is VsockEndPoint vsock)
            {
                // Waits in poll(2), at most for the limit.
                return await Task.Run(() => Sockets.Connect(vsock, limit, cancellation), cancellation).ConfigureAwait(false);
            }

            var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(endPoint, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch (Exception e) when (e is Win32Exception and not SocketException)
        {
            throw new IOException(e.Message, e);
        }
    }
}
