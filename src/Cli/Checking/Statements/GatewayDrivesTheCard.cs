// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Reads which driver the gateway's outer interface has.</summary>
internal sealed class GatewayDrivesTheCard : IStatement
{
    public string Text => "The gateway drives the network card itself, with its native driver";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var card = context.Gateway.Devices[0];
        var driver = await context.VmAsync(
            context.Gateway.Name, "basename \"$(readlink /sys/class/net/outside/device/driver)\"", cancellation).ConfigureAwait(false);
        var id = await context.VmAsync(
            context.Gateway.Name,
            "cd /sys/class/net/outside/device && echo $(cat vendor):$(cat device) | sed s/0x//g",
            cancellation).ConfigureAwait(false);
        var expected = card.Driver ?? driver;
        return driver == expected && id == card.Id?.ToString() && driver != "virtio_net"
            ? StatementResult.True($"{context.Gateway.Name}: outside is {id}, driver {driver}")
            : StatementResult.False($"{context.Gateway.Name}: outside is {id}, driver “{driver}”; expected {card.Id}, {expected}");
    }
}
