// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Journal;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ghaf.Host.Serving;

/// <summary>What VMs may ask of the host, by the plan; a VM is known by the CID of its connection and by its certificate.</summary>
internal static class HostServer
{
    /// <summary>For all that a VM does at a time; a thief without an identity takes no more either.</summary>
    private const int ConnectionsPerVm = 8;

    /// <summary>Puts it together; it listens when it is started.</summary>
    /// <param name="services">Adds what the implementations need.</param>
    /// <param name="peerCid">For tests on machines without vsock. Default: the context id that the kernel states.</param>
    public static WebApplication Build(
        CurrentIdentity identity, EndPoint endPoint, HostPlan plan, EventLog events, ILoggerProvider log,
        Action<IServiceCollection> services, PeerCid? peerCid = null)
    {
        var names = plan.Vms.ToDictionary(vm => vm.Cid, vm => vm.Name);
        return RpcServer.Build(
            new RpcServerOptions
            {
                EndPoint = endPoint,
                Identity = identity,
                Policy = PolicyOf(plan),
                Origin = (caller, cid, _) => names.GetValueOrDefault(cid) == caller,
                PeerCid = peerCid ?? VsockEndPoint.CidOf,
                ConnectionsPerPeer = ConnectionsPerVm,
                MaximumConnections = ConnectionsPerVm * Math.Max(1, plan.Vms.Count),
                Refused = (cid, refusal) => events.Add(
                    DeviceEventKind.Denied, cid is { } from ? names.GetValueOrDefault(from) : null, $"The host refused: {refusal}"),
                Log = log,
            },
            services,
            routes =>
            {
                routes.MapGrpcService<VmsService>();
                routes.MapGrpcService<EventsService>();
                routes.MapGrpcService<PowerService>();
                routes.MapGrpcService<AnchorsService>();
                routes.MapGrpcService<LogsService>();
            });
    }

    /// <summary>The plan's calls whose target is the host.</summary>
    public static CallPolicy PolicyOf(HostPlan plan) => new(
        [.. plan.Vms.SelectMany(vm => vm.Calls.Where(call => call.On == PeerName.Host).Select(call => new CallRule(vm.Name, call.Method)))]);
}
