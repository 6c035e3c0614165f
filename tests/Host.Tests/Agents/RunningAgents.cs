// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ghaf.Host.Tests;

/// <summary>
/// Real servers with TLS on Unix sockets, one for each VM that is started, and the device's identities; what they answer is
/// <see cref="AnsweringAgent"/>'s.
/// </summary>
internal sealed class RunningAgents : IAsyncDisposable
{
    public static readonly GuestChannelOptions Patient = new() { ConnectLimit = Limit, CallLimit = Limit, KeepAlive = Limit };

    private static TimeSpan Limit => TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-agents-").FullName;
    private readonly Dictionary<string, WebApplication> _servers = [];

    public RunningAgents() => Identities = DeviceIdentities.Open(
        Path.Combine(_folder, "authority.pem"), [], TimeProvider.System, Some.Log());

    public DeviceIdentities Identities { get; }

    /// <param name="name">What its certificate says. Default: the VM's own.</param>
    public async Task<AnsweringAgent> StartAsync(string vm, CallRule[]? rules = null, string? name = null)
    {
        var identity = Identities.Issue(name ?? vm);
        var agent = new AnsweringAgent(identity);
        var server = RpcServer.Build(
            new RpcServerOptions
            {
                EndPoint = EndPointOf(vm),
                Identity = new CurrentIdentity(identity),
                Policy = new CallPolicy([.. rules ?? [.. ContractMethod.OfGuests.Select(m => new CallRule("host", m.Name))]]),
                Origin = CallerOrigins.VouchedByHost,
                IsIntroduced = true,
                PeerCid = _ => VsockEndPoint.HostCid,
                HandshakeLimit = Limit,
            },
            services => services.AddSingleton(agent).AddSingleton<GuestDouble>().AddSingleton<ApplicationsDouble>()
                .AddSingleton<UnitsDouble>().AddSingleton<PowerDouble>().AddSingleton<LogsDouble>(),
            routes =>
            {
                routes.MapGrpcService<GuestDouble>();
                routes.MapGrpcService<ApplicationsDouble>();
                routes.MapGrpcService<UnitsDouble>();
                routes.MapGrpcService<PowerDouble>();
                routes.MapGrpcService<LogsDouble>();
            });
        _servers.Add(vm, server);
        await server.StartAsync();
        return agent;
    }

    public async Task StopAsync(string vm)
    {
        _servers.Remove(vm, out var server);
        await server!.DisposeAsync();
        File.Delete(Path.Combine(_folder, vm));
    }

    public GuestChannel Connect(SupervisedVm vm, Identity caller) => Connect(vm, caller, caller.Name);

    /// <param name="vouchedFor">Whom the host says that it is.</param>
    public GuestChannel Connect(SupervisedVm vm, Identity caller, string vouchedFor) =>
        GuestChannel.Connect(EndPointOf(vm.Name), caller, vm.Name, SwitchboardLine.From(vouchedFor), Patient);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        Identities.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public UnixDomainSocketEndPoint EndPointOf(string vm) => new(Path.Combine(_folder, vm));
}
