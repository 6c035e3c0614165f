// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Stopping;

namespace Ghaf.Host.Tests;

public class StopDeviceTests
{
    [Fact]
    public async Task The_VMs_stop_in_reverse_order_before_the_host_powers_off()
    {
        var systemd = new FakeSystemd();
        await StopDevice.RunAsync(Some.Plan(), systemd);
        Assert.Equal(["stop ghaf-vm-app-vm.service", "stop ghaf-vm-net-vm.service"], systemd.Orders);
        Assert.True(systemd.PoweredOff.IsCompleted);
    }
}
