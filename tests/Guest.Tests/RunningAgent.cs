// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Guest.Settings;
using Ghaf.Rpc;
using Microsoft.AspNetCore.Builder;

namespace Ghaf.Guest.Tests;

/// <summary>The whole agent on a Unix socket; only its programs and its clock are not real.</summary>
internal sealed class RunningAgent : IAsyncDisposable
{
    private readonly WebApplication _agent;
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-guest-").FullName;
    private readonly UnixDomainSocketEndPoint _endPoint;

    private RunningAgent(GuestSettings settings)
    {
        _endPoint = new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket"));
        KeptIdentity = Path.Combine(_folder, "identity.pem");
        Given = Authority.Issue("curl-vm", Some.Day);
        var options = new RpcServerOptions
        {
            EndPoint = _endPoint,
            Identity = new CurrentIdentity(Given),
            Policy = new CallPolicy(settings.Callers),
            Origin = CallerOrigins.VouchedByHost,
            IsIntroduced = true,
            PeerCid = _ => VsockEndPoint.HostCid,
            HandshakeLimit = Some.Limit,
        };
        _agent = GuestAgent.Build(options, settings, KeptIdentity, Programs, Clock, Journal);
    }

    public DeviceAuthority Authority { get; } = DeviceAuthority.Create(10 * Some.Day);

    /// <summary>What it started with.</summary>
    public Identity Given { get; }

    public string KeptIdentity { get; }

    public FakePrograms Programs { get; } = new();

    public FakeClock Clock { get; } = new();

    public FakeJournal Journal { get; } = new();

    /// <summary>An agent that lets the host do everything.</summary>
    public static async Task<RunningAgent> StartAsync()
    {
        var agent = new RunningAgent(Some.Settings([.. ContractMethod.OfGuests.Select(m => new CallRule("host", m.Name))]));
        await agent._agent.StartAsync();
        return agent;
    }

    public GuestChannel Connect(string name = "host") => GuestChannel.Connect(
        _endPoint, Authority.Issue(name, Some.Day), "curl-vm", SwitchboardLine.From(name),
        new GuestChannelOptions { ConnectLimit = Some.Limit, CallLimit = Some.Limit });

    public async ValueTask DisposeAsync()
    {
        await _agent.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
