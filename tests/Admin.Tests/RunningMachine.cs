// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Ghaf.Journal;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ghaf.Admin.Tests;

/// <summary>A machine that gives entries by the real service, with TLS, on a Unix socket.</summary>
internal sealed class RunningMachine(params LogEntry[] entries) : IJournalReader, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-machine-").FullName;
    private readonly DeviceAuthority _authority = DeviceAuthority.Create(TimeSpan.FromDays(1));
    private WebApplication? _server;
    private GuestChannel? _channel;

    public async Task<CallInvoker> StartAsync()
    {
        var endPoint = new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket"));
        _server = RpcServer.Build(
            new RpcServerOptions
            {
                EndPoint = endPoint,
                Identity = new CurrentIdentity(_authority.Issue("net-vm", TimeSpan.FromHours(1))),
                Policy = new CallPolicy([new CallRule("admin-vm", "Logs/Read")]),
                Origin = (_, _, _) => true,
                PeerCid = _ => VsockEndPoint.HostCid,
            },
            services => services.AddSingleton<IJournalReader>(this).AddSingleton<LogsService>(),
            routes => routes.MapGrpcService<LogsService>());
        await _server.StartAsync();
        _channel = GuestChannel.Connect(endPoint, _authority.Issue("admin-vm", TimeSpan.FromHours(1)), "net-vm", null);
        return _channel.Calls;
    }

    public async IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAsync(
        string afterCursor, bool follow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return entries;
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
