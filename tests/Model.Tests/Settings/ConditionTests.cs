// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class ConditionTests
{
    private static readonly VmSpec Ids = VmSpec.Named("ids-vm").Gateway("net-vm").Routes().AsModule();
    private static readonly VmSpec App = Sample.App.WhenVm("ids-vm", vm => vm.Gateway("ids-vm")).AsModule();

    [Fact]
    public void Without_the_other_VM_the_modules_own_setting_holds() => Assert.Equal("net-vm", Gateway(Sample.Device(Sample.Net, App)));

    [Fact]
    public void With_the_other_VM_the_conditional_one_does() => Assert.Equal("ids-vm", Gateway(Sample.Device(Sample.Net, Ids, App)));

    [Fact]
    public void The_other_VM_may_come_with_a_feature() => Assert.Equal(
        "ids-vm", Gateway(Sample.Device(Sample.Net, App) with { Features = [new FeatureSpec("ids") { Vms = [Ids] }] }));

    [Fact]
    public void The_other_VM_may_be_left_out_by_the_variant()
    {
        var device = Sample.Device(Sample.Net, Ids.Graphical(), App) with
        {
            Variants = [new VariantSpec("headless", "") { Without = LeftOutVms.Graphical }],
        };
        Assert.Equal("net-vm", Gateway(device));
    }

    [Fact]
    public void The_devices_own_setting_is_stronger() =>
        Assert.Equal("net-vm", Gateway(Sample.Device(Sample.Net, Ids, App).OnVm("app-vm", vm => vm.Gateway("net-vm"))));

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void A_change_of_a_VM_may_have_a_condition_too(bool there, int cores)
    {
        var device = there ? Sample.Device(Sample.Net, Ids, App) : Sample.Device(Sample.Net, App);
        var plan = Sample.Plan(device.OnVm("app-vm", vm => vm.WhenVm("ids-vm", other => other.WhenVm("net-vm", both => both.Cores(2)))));
        Assert.Equal(cores, plan.Vms.Single(vm => vm.Name.Value == "app-vm").Cores);
    }

    [Fact]
    public void Origins_tell_what_the_condition_overrode()
    {
        var plan = Sample.Plan(Sample.Device(Sample.Net, Ids, App));
        Assert.Equal(
            [(Layer.Feature, "ids-vm"), (Layer.Base, "net-vm")],
            plan.Origins.Single(o => o.Of == "app-vm.gateway").Chain.Select(step => (step.Layer, step.Value)));
    }

    private static string Gateway(DeviceSpec device) => Sample.Plan(device).Links.Single(l => l.Client.Value == "app-vm").Gateway.Value;
}
