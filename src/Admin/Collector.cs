// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Ghaf.Admin.Collecting;
using Ghaf.Admin.Services;
using Ghaf.Admin.Settings;
using Ghaf.Admin.Store;
using Ghaf.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghaf.Admin;

/// <summary>Collects from all sources and answers who asks, until it is told to end.</summary>
internal sealed class Collector(
    AdminSettings settings, StoredLogs logs, IReadOnlyList<ILogSource> sources, IHostServices host, Action<string> tell, TimeProvider time)
{
    /// <summary>All loops; none ends by itself.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var alerts = new ReportAlerts(host, tell);
        List<Task> loops =
        [
            alerts.RunAsync(cancellation),
            new KeepAnchors(logs, host, tell, time).RunAsync(cancellation),
            .. sources.Select(source => new CollectSource(source, logs, alerts.See, tell, time).RunAsync(cancellation)),
        ];

        // One that ends has failed: systemd then starts all of it anew.
        await (await Task.WhenAny(loops).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>What answers <see cref="Rpc.Contracts.LogStore"/>; it listens when it is started.</summary>
    /// <param name="peerCid">For tests on machines without vsock. Default: the context id that the kernel states.</param>
    public WebApplication BuildServer(EndPoint endPoint, Identity identity, ILoggerProvider? log, PeerCid? peerCid = null) => RpcServer.Build(
        new RpcServerOptions
        {
            EndPoint = endPoint,
            Identity = new CurrentIdentity(identity),
            Policy = new CallPolicy(settings.Callers),
            Origin = CallerOrigins.VouchedByHost,
            IsIntroduced = true,
            PeerCid = peerCid ?? VsockEndPoint.CidOf,
            Log = log,
        },
        services => services.AddSingleton(logs).AddSingleton<LogStoreService>(),
        routes => routes.MapGrpcService<LogStoreService>());
}
