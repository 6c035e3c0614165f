// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;

namespace Ghaf.Host.Tests;

// The contract's services on an AnsweringAgent.
internal sealed class GuestDouble(AnsweringAgent agent) : Guest.GuestBase
{
    public override Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Guest/GetStatus");
        return Task.FromResult(agent.Status.Clone());
    }

    public override Task<GetTimeResponse> GetTime(GetTimeRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Guest/GetTime");
        return Task.FromResult(new GetTimeResponse { UnixNanoseconds = Now() });
    }

    public override Task<SetTimeResponse> SetTime(SetTimeRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Guest/SetTime");
        var offset = request.UnixNanoseconds - Now();
        agent.Ahead += TimeSpan.FromTicks(offset / 100);
        return Task.FromResult(new SetTimeResponse { OffsetNanoseconds = offset });
    }

    private long Now() => (DateTimeOffset.UtcNow + agent.Ahead - DateTimeOffset.UnixEpoch).Ticks * 100;

    public override Task<CreateSigningRequestResponse> CreateSigningRequest(CreateSigningRequestRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Guest/CreateSigningRequest");
        return Task.FromResult(new CreateSigningRequestResponse
        {
            SigningRequest = ByteString.CopyFrom(agent.SigningRequest ?? agent.Pending.SigningRequest),
        });
    }

    public override Task<TakeCertificateResponse> TakeCertificate(TakeCertificateRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Guest/TakeCertificate");
        agent.Take([.. request.Chain.Select(certificate => certificate.ToByteArray())]);
        return Task.FromResult(new TakeCertificateResponse());
    }
}

internal sealed class ApplicationsDouble(AnsweringAgent agent) : Applications.ApplicationsBase
{
    public override Task<ListApplicationsResponse> List(ListApplicationsRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Applications/List");
        return Task.FromResult(new ListApplicationsResponse { Applications = { agent.Applications } });
    }

    public override Task<StartApplicationResponse> Start(StartApplicationRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue($"Applications/Start {request.Id} {string.Join(' ', request.Arguments.Select(a => $"({a.Name})({a.Value})"))}".Trim());
        return agent.Refusal is { } refusal
            ? throw new RpcException(new Status(StatusCode.InvalidArgument, refusal))
            : Task.FromResult(new StartApplicationResponse());
    }

    public override Task<StopApplicationResponse> Stop(StopApplicationRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue($"Applications/Stop {request.Id}");
        return Task.FromResult(new StopApplicationResponse());
    }
}

internal sealed class UnitsDouble(AnsweringAgent agent) : Rpc.Contracts.Units.UnitsBase
{
    public override Task<GetUnitResponse> Get(GetUnitRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Units/Get");
        return Task.FromResult(new GetUnitResponse());
    }
}

internal sealed class PowerDouble(AnsweringAgent agent) : Power.PowerBase
{
    public override Task<PowerOffResponse> PowerOff(PowerOffRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Power/PowerOff");
        return Task.FromResult(new PowerOffResponse());
    }

    public override Task<RebootResponse> Reboot(RebootRequest request, ServerCallContext context)
    {
        agent.Asked.Enqueue("Power/Reboot");
        return Task.FromResult(new RebootResponse());
    }
}

internal sealed class LogsDouble(AnsweringAgent agent) : Logs.LogsBase
{
    public override Task Read(ReadLogsRequest request, IServerStreamWriter<LogBatch> responseStream, ServerCallContext context)
    {
        agent.Asked.Enqueue("Logs/Read");
        return Task.CompletedTask;
    }
}
