// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Units;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Guest.Services;

/// <summary>Tells how a unit of the VM is.</summary>
internal sealed class UnitsService(Systemd systemd) : Rpc.Contracts.Units.UnitsBase
{
    public override async Task<GetUnitResponse> Get(GetUnitRequest request, ServerCallContext context)
    {
        if (!UnitName.IsValid(request.Name))
        {
            throw new RpcException(new Status(
                StatusCode.InvalidArgument, "The name is not that of a unit: give it with its ending, such as dnsmasq.service."));
        }

        return await systemd.ShowAsync([request.Name], context.CancellationToken).ConfigureAwait(false) is [var unit]
            ? new GetUnitResponse
            {
                LoadState = unit.Load,
                ActiveState = unit.Active,
                SubState = unit.Sub,
                Result = unit.Result,
                Restarts = unit.Restarts,
            }
            : throw new RpcException(new Status(StatusCode.Internal, $"systemctl said nothing about {request.Name}."));
    }
}
