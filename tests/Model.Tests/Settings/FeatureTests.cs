// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class FeatureTests
{
    [Fact]
    public void A_feature_brings_its_VMs() => Assert.Equal(
        ["net-vm", "ids-vm"], Vms(new FeatureSpec("ids") { Vms = [VmSpec.Named("ids-vm").NoRoute()] }));

    [Fact]
    public void A_condition_is_met_by_a_VM_of_another_feature_whatever_the_order() => Assert.Equal(
        ["net-vm", "a-vm", "b-vm"],
        Vms(
            new FeatureSpec("b") { Vms = [VmSpec.Named("b-vm").NoRoute()] }.WhenVm("a-vm"),
            new FeatureSpec("a") { Vms = [VmSpec.Named("a-vm").NoRoute()] }.WhenVm("net-vm")));

    [Fact]
    public void Without_the_VM_the_feature_is_not_there() => Assert.Equal(
        ["net-vm"], Vms(new FeatureSpec("f") { Vms = [VmSpec.Named("b-vm").NoRoute()] }.WhenVm("gui-vm").OnVm("gui-vm", vm => vm.Cores(2))));

    [Fact]
    public void Rejects_conditions_that_wait_for_each_other()
    {
        var diagnostic = Sample.Mistake(Sample.Device(Sample.Net) with
        {
            Features =
            [
                new FeatureSpec("a") { Vms = [VmSpec.Named("a-vm").NoRoute()] }.WhenVm("b-vm"),
                new FeatureSpec("b") { Vms = [VmSpec.Named("b-vm").NoRoute()] }.WhenVm("a-vm"),
            ],
        });
        Assert.Equal("GHAF014", diagnostic.Id);
        Assert.Equal("waits for itself: a → b → a", diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_change_of_a_VM_that_is_not_there()
    {
        var diagnostic = Sample.Mistake(Sample.Device(Sample.Net).OnVm("gui-vm", vm => vm.Cores(2)));
        Assert.Equal("GHAF013", diagnostic.Id);
        Assert.Equal("is changed here; sample has net-vm", diagnostic.Message);
    }

    private static IEnumerable<string> Vms(params FeatureSpec[] features) =>
        Sample.Plan(Sample.Device(Sample.Net) with { Features = [.. features] }).Vms.Select(vm => vm.Name.Value);
}
