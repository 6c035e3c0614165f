// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Running;

public class TakesNoOrdersTests
{
    [Fact]
    public async Task Rejects_orders_to_a_device_without_a_port_for_them()
    {
        using var run = new ScratchFolder();
        using var device = new ControlledDevice(run.File("control.sock"), TimeProvider.System);
        var refused = await Assert.ThrowsAsync<TakesNoOrdersException>(
            () => device.AskAsync(ControlRequest.Create(ControlVerb.Status), TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.Equal("This device takes no orders: it is a release.", refused.What);
        await Assert.ThrowsAsync<TakesNoOrdersException>(
            () => VmLine.OpenAsync(run.File("console.sock"), "net-vm", TimeProvider.System, CancellationToken.None));
    }
}
