// SPDX-License-Identifier: Apache-2.0
using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ghaf.Rpc;

/// <summary>A server of gRPC and nothing else: HTTP/2, TLS 1.3, a certificate of every caller, a rule for every call.</summary>
public static class RpcServer
{
    // Whoever holds a connection does not hold up the end.
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(2);

    /// <summary>Puts the server together; it listens when it is started.</summary>
    /// <param name="services">Adds what the implementations need; <see cref="DeniedCalls"/> is there.</param>
    /// <param name="map">Maps the implementations.</param>
    public static WebApplication Build(
        RpcServerOptions options, Action<IServiceCollection> services, Action<IEndpointRouteBuilder> map)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(map);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        AddLog(builder.Logging, options.Log);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MaximumMessage;
            grpc.Interceptors.Add<CheckCaller>();
        });
        builder.Services.AddSingleton(options.Policy).AddSingleton(options.Origin).AddSingleton(options.Time)
            .AddSingleton(options.Identity).AddSingleton(new DeniedCalls(options.Refused)).AddSingleton<CheckCaller>();

        // Instead of Kestrel's own, which could listen on a network.
        builder.Services.RemoveAll<IConnectionListenerFactory>();
        builder.Services.AddSingleton<IConnectionListenerFactory>(provider => new VsockTransport(
            new VsockTransportOptions
            {
                PeerCid = options.PeerCid,
                ConnectionsPerPeer = options.ConnectionsPerPeer,
                IdleLimit = options.IdleLimit,
                Idle = provider.GetRequiredService<IHostApplicationLifetime>().StopApplication,
            },
            provider.GetRequiredService<ILoggerFactory>()));
        services(builder.Services);
        var server = builder.Build();
        map(server);
        return server;
    }

    private static void AddLog(ILoggingBuilder logging, ILoggerProvider? log)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Ghaf", LogLevel.Information);
        if (log is not null)
        {
            logging.AddProvider(log);
        }
    }

    private static void Configure(KestrelServerOptions kestrel, RpcServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = options.MaximumConnections;
        kestrel.Limits.KeepAliveTimeout = options.IdleLimit ?? kestrel.Limits.KeepAliveTimeout;

        // A peer that is gone without a word, with its whole machine, does not keep its connection.
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        kestrel.Listen(options.EndPoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (options.IsIntroduced)
            {
                var log = listen.ApplicationServices.GetRequiredService<ILogger<ReadIntroduction>>();
                listen.Use(next => new ReadIntroduction(next, options.HandshakeLimit, log).OnConnectionAsync);
            }

            listen.UseHttps(Tls(options, listen.ApplicationServices.GetRequiredService<ILogger<PeerCheck>>()));
        });
    }

    private static HttpsConnectionAdapterOptions Tls(RpcServerOptions options, ILogger log)
    {
        var check = new PeerCheck(options.Identity.Value.Authority, options.Time);
        return new HttpsConnectionAdapterOptions
        {
            ServerCertificateSelector = (_, _) => options.Identity.Value.Certificate,
            SslProtocols = SslProtocols.Tls13,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            HandshakeTimeout = options.HandshakeLimit,
            ClientCertificateValidation = (certificate, _, _) =>
            {
                var verdict = check.Check(certificate, PeerRole.Client);
                if (verdict.Refusal is { } refusal)
                {
                    log.LogWarning("A connection was refused: {Refusal}", refusal);
                }

                return verdict.Name is not null;
            },
            OnAuthenticate = (_, tls) =>
            {
                tls.CertificateChainPolicy = check.ChainPolicy(PeerRole.Client);

                // A resumed session would not show the certificate again, neither theirs nor a new one of ours.
                tls.AllowTlsResume = false;
            },
        };
    }
}
