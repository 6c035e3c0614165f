// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Events;
using Ghaf.Host.Stopping;

namespace Ghaf.Host.Tests;

public class StopDeviceTests
{
    private readonly FakeSystemd _systemd = new();
    private readonly EventLog _events = new(TimeProvider.System);

    [Theory]
    [InlineData(false, "gui-vm: the device powers off.")]
    [InlineData(true, "gui-vm: the device starts anew.")]
    public async Task The_VMs_stop_in_the_order_of_their_units_before_the_host_ends(bool reboot, string told)
    {
        await new StopDevice(Some.Plan(), _systemd, _events).RunAsync("gui-vm", reboot);
        Assert.Equal(["stop ghaf-vm-net-vm.service ghaf-vm-app-vm.service"], _systemd.Orders);
        Assert.Equal(reboot, await _systemd.Ended.WaitAsync(Some.Limit));
        Assert.Equal(told, Assert.Single(_events.After(0)).Text);
    }

    [Fact]
    public async Task Who_asks_again_changes_nothing()
    {
        var stop = new StopDevice(Some.Plan(), _systemd, _events);
        await stop.RunAsync("gui-vm");
        await stop.RunAsync("admin-vm", reboot: true);
        Assert.Single(_systemd.Orders);
        Assert.Single(_events.After(0));
    }
}
