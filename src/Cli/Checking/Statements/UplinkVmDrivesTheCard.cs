// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Reads which driver the outer interface of the VM with the uplink has.</summary>
internal sealed class UplinkVmDrivesTheCard : IStatement
{
    public string Text => "The VM with the uplink drives the network card itself, with its native driver";

    public TimeSpan Patience => TimeSpan.FromMinutes(2);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var vm = context.UplinkVm;
        var card = vm.Devices.First(device => device.Name == vm.Uplink);
        var driver = await context.VmAsync(
            vm.Name, "basename \"$(readlink /sys/class/net/outside/device/driver)\"", cancellation).ConfigureAwait(false);
        var id = await context.VmAsync(
            vm.Name,
            "cd /sys/class/net/outside/device && echo $(cat vendor):$(cat device) | sed s/0x//g",
            cancellation).ConfigureAwait(false);
        var expected = card.Driver ?? driver;
        return driver == expected && id == card.Id?.ToString() && driver != "virtio_net"
            ? StatementResult.True($"{vm.Name}: outside is {id}, driver {driver}")
            : StatementResult.False($"{vm.Name}: outside is {id}, driver “{driver}”; expected {card.Id}, {expected}");
    }
}
