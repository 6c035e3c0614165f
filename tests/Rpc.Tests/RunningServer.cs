// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ghaf.Rpc.Tests;

/// <summary>A real server with TLS on a Unix socket; where its callers come from is the test's word.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-rpc-").FullName;

    private RunningServer(
        DeviceAuthority authority, CallRule[] rules, TimeProvider time, TimeSpan? idleLimit, TimeSpan? handshakeLimit, int? perPeer)
    {
        Authority = authority;
        Identity = new CurrentIdentity(authority.Issue("net-vm", Some.Day));
        EndPoint = new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket"));
        var options = new RpcServerOptions
        {
            EndPoint = EndPoint,
            Identity = Identity,
            Policy = new CallPolicy([.. rules]),
            Origin = CallerOrigins.VouchedByHost,
            IsIntroduced = true,
            PeerCid = _ => Cid,
            IdleLimit = idleLimit,
            ConnectionsPerPeer = perPeer,
            HandshakeLimit = handshakeLimit ?? Some.Limit,
            Log = Log,
            Time = time,
        };
        _server = RpcServer.Build(
            options,
            services => services.AddSingleton(Reached)
                .AddSingleton<GuestDouble>().AddSingleton<ApplicationsDouble>().AddSingleton<UnitsDouble>().AddSingleton<PowerDouble>()
                .AddSingleton<LogsDouble>().AddSingleton<LogStoreDouble>().AddSingleton<AnchorsDouble>()
                .AddSingleton<VmsDouble>().AddSingleton<EventsDouble>(),
            routes =>
            {
                routes.MapGrpcService<GuestDouble>();
                routes.MapGrpcService<ApplicationsDouble>();
                routes.MapGrpcService<UnitsDouble>();
                routes.MapGrpcService<PowerDouble>();
                routes.MapGrpcService<LogsDouble>();
                routes.MapGrpcService<LogStoreDouble>();
                routes.MapGrpcService<AnchorsDouble>();
                routes.MapGrpcService<VmsDouble>();
                routes.MapGrpcService<EventsDouble>();
            });
    }

    public DeviceAuthority Authority { get; }

    public CurrentIdentity Identity { get; }

    public UnixDomainSocketEndPoint EndPoint { get; }

    public LinesKept Log { get; } = new();

    public Reached Reached { get; } = new();

    public DeniedCalls Denied => _server.Services.GetRequiredService<DeniedCalls>();

    /// <summary>Where the next connection comes from.</summary>
    public uint? Cid { get; set; } = VsockEndPoint.HostCid;

    public static async Task<RunningServer> StartAsync(
        CallRule[]? rules = null, DeviceAuthority? authority = null, TimeProvider? time = null, TimeSpan? idleLimit = null,
        TimeSpan? handshakeLimit = null, int? perPeer = null)
    {
        var server = new RunningServer(
            authority ?? Some.Authority(), rules ?? [new CallRule("host", "Guest/*")], time ?? TimeProvider.System, idleLimit, handshakeLimit, perPeer);
        await server._server.StartAsync();
        return server;
    }

    /// <summary>A caller with an identity of this device's authority.</summary>
    /// <param name="vouchedFor">Whom the host says that it is. Default: the same.</param>
    public GuestChannel Connect(string name = "host", string expected = "net-vm", string? vouchedFor = null) =>
        Connect(Authority.Issue(name, Some.Day), expected, vouchedFor);

    public GuestChannel Connect(Identity identity, string expected = "net-vm", string? vouchedFor = null) =>
        GuestChannel.Connect(EndPoint, identity, expected, SwitchboardLine.From(vouchedFor ?? identity.Name), Some.Patient);

    public Task EndedAsync() => _server.WaitForShutdownAsync().WaitAsync(3 * Some.Limit);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
