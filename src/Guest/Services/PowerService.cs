// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Units;
using Ghaf.Rpc.Contracts;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Ghaf.Guest.Services;

/// <summary>Switches the VM off, or starts it anew.</summary>
internal sealed class PowerService(Systemd systemd, ILogger<PowerService> log) : Power.PowerBase
{
    public override async Task<PowerOffResponse> PowerOff(PowerOffRequest request, ServerCallContext context)
    {
        log.LogInformation("Powering off, as asked.");
        await systemd.PowerOffAsync(context.CancellationToken).ConfigureAwait(false);
        return new PowerOffResponse();
    }

    public override async Task<RebootResponse> Reboot(RebootRequest request, ServerCallContext context)
    {
        log.LogInformation("Rebooting, as asked.");
        await systemd.RebootAsync(context.CancellationToken).ConfigureAwait(false);
        return new RebootResponse();
    }
}
