// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using Ghaf.Guest.Clock;
using Ghaf.Guest.Units;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Ghaf.Guest.Services;

/// <summary>How the VM is, its clock, its identity.</summary>
internal sealed class GuestService(
    Systemd systemd, IWallClock clock, IdentityKeeper keeper, CurrentIdentity identity, DeniedCalls denied, ILogger<GuestService> log)
    : Rpc.Contracts.Guest.GuestBase
{
    private const string Proc = "/proc";

    public override async Task<GetStatusResponse> GetStatus(GetStatusRequest request, ServerCallContext context)
    {
        // How the VM is has to be told above all when it is not well.
        var (state, failed) = await systemd.OverallAsync(context.CancellationToken).ConfigureAwait(false) ?? ("unknown", []);
        var facts = KernelFacts.Read(Proc);
        return new GetStatusResponse
        {
            BootId = facts.BootId,
            UptimeSeconds = facts.UptimeSeconds,
            MemoryTotalBytes = facts.MemoryTotal,
            MemoryAvailableBytes = facts.MemoryAvailable,
            LoadAverage = facts.LoadAverage,
            SystemState = state,
            FailedUnits = { failed },
            IdentityExpiresUnixSeconds = identity.Value.Expires.ToUnixTimeSeconds(),
            DeniedCalls = denied.Count,
            Version = typeof(GuestService).Assembly.GetName().Version?.ToString(3) ?? "",
            UnixNanoseconds = clock.Read(),
        };
    }

    public override Task<GetTimeResponse> GetTime(GetTimeRequest request, ServerCallContext context) =>
        Task.FromResult(new GetTimeResponse { UnixNanoseconds = clock.Read() });

    public override Task<SetTimeResponse> SetTime(SetTimeRequest request, ServerCallContext context)
    {
        if (request.UnixNanoseconds <= 0)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "unix_nanoseconds has to be above 0."));
        }

        try
        {
            var before = clock.Read();
            clock.Set(request.UnixNanoseconds);
            var offset = request.UnixNanoseconds - before;
            log.LogInformation("The clock was set by {Seconds} s.", offset / 1e9);
            return Task.FromResult(new SetTimeResponse { OffsetNanoseconds = offset });
        }
        catch (Win32Exception e)
        {
            throw new RpcException(new Status(StatusCode.Internal, e.Message));
        }
    }

    public override Task<CreateSigningRequestResponse> CreateSigningRequest(CreateSigningRequestRequest request, ServerCallContext context) =>
        Task.FromResult(new CreateSigningRequestResponse { SigningRequest = ByteString.CopyFrom(keeper.Request()) });

    public override Task<TakeCertificateResponse> TakeCertificate(TakeCertificateRequest request, ServerCallContext context)
    {
        try
        {
            var taken = keeper.Take([.. request.Chain.Select(c => c.ToByteArray())]);
            log.LogInformation("A new certificate was taken, which ends at {Expires}.", taken.Expires);
            return Task.FromResult(new TakeCertificateResponse { ExpiresUnixSeconds = taken.Expires.ToUnixTimeSeconds() });
        }
        catch (IdentityException e)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, e.Message));
        }
    }
}
