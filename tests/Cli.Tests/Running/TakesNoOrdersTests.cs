// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Running;

public class TakesNoOrdersTests
{
    [Fact]
    public async Task Rejects_orders_to_a_release()
    {
        using var run = new ScratchFolder();
        await File.WriteAllTextAsync(run.File("release"), "");
        using var device = new ControlledDevice(run.File("control.sock"), TimeProvider.System);
        var refused = await Assert.ThrowsAsync<TakesNoOrdersException>(
            () => device.AskAsync(ControlRequest.Create(ControlVerb.Status), TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.Equal("This device takes no orders: it is a release.", refused.What);
        await Assert.ThrowsAsync<TakesNoOrdersException>(
            () => VmLine.OpenAsync(run.File("console.sock"), "net-vm", TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public async Task A_port_that_is_not_there_yet_or_no_more_is_no_release()
    {
        using var run = new ScratchFolder();
        using var device = new ControlledDevice(run.File("control.sock"), TimeProvider.System);
        await Assert.ThrowsAsync<RefusedException>(
            () => device.AskAsync(ControlRequest.Create(ControlVerb.Status), TimeSpan.FromSeconds(1), CancellationToken.None));
        await Assert.ThrowsAsync<RefusedException>(
            () => VmLine.OpenAsync(run.File("console.sock"), "net-vm", TimeProvider.System, CancellationToken.None));
    }
}
