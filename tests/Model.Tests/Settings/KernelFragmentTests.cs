// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class KernelFragmentTests
{
    private static readonly DeviceSpec Device = Sample.Device(Sample.Net, Sample.App.KernelFragments(["own"])) with
    {
        Hardware = Sample.Hardware with { KernelFragments = ["nvme"] },
        Host = new HostSpec().KernelFragments(["base", "host"]),
        Guest = new GuestSpec().KernelFragments(["base", "guest"]),
    };

    [Fact]
    public void The_host_has_those_of_its_base_and_of_the_machine_in_the_order_of_the_layers() =>
        Assert.Equal(["base", "host", "nvme"], Sample.Plan(Device).Host.KernelFragments);

    [Fact]
    public void A_VM_has_its_own_and_those_of_the_drivers_of_its_devices()
    {
        var plan = Sample.Plan(Device);
        Assert.Equal(["base", "guest"], plan.Guest.KernelFragments);
        Assert.Equal(["drivers/e1000e"], plan.Vms.Single(vm => vm.Name.Value == "net-vm").KernelFragments);
        Assert.Equal(["own"], plan.Vms.Single(vm => vm.Name.Value == "app-vm").KernelFragments);
    }

    [Fact]
    public void A_profile_can_take_one_out() => Assert.Equal(
        ["base", "nvme"],
        Sample.Plan(Device with
        {
            Profiles = [new ProfileSpec("debug") { DebugAccess = true }.OnHost(host => host.Remove(SystemKeys.KernelFragments, ["host"]))],
        }).Host.KernelFragments);
}
