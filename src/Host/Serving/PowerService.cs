// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Stopping;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Host.Serving;

/// <summary>Ends the device, or starts it anew, for those VMs that may.</summary>
internal sealed class PowerService(StopDevice stop) : Power.PowerBase
{
    public override Task<PowerOffResponse> PowerOff(PowerOffRequest request, ServerCallContext context)
    {
        _ = stop.RunAsync(context.CallerName());
        return Task.FromResult(new PowerOffResponse());
    }

    public override Task<RebootResponse> Reboot(RebootRequest request, ServerCallContext context)
    {
        _ = stop.RunAsync(context.CallerName(), reboot: true);
        return Task.FromResult(new RebootResponse());
    }
}
