// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model.Tests;

public class LayerTests
{
    private static readonly VmSpec Module = VmSpec.Named("app-vm").NoRoute().Memory(100.MiB).Packages(["base"]).AsModule();

    [Fact]
    public void A_module_is_overridden_by_features_these_by_profiles_and_all_by_the_device()
    {
        var device = Sample.Device(Module);
        Assert.Equal(100.MiB, Memory(device));
        device = device with { Features = [new FeatureSpec("f").OnVm("app-vm", vm => vm.Memory(101.MiB))] };
        Assert.Equal(101.MiB, Memory(device));
        device = device with
        {
            Profiles = [new ProfileSpec("debug") { DebugAccess = true }.OnVm("app-vm", vm => vm.Memory(102.MiB))],
        };
        Assert.Equal(102.MiB, Memory(device));
        Assert.Equal(103.MiB, Memory(device.OnVm("app-vm", vm => vm.Memory(103.MiB))));
        Assert.Equal(104.MiB, Memory(device with { Vms = [Module.Memory(104.MiB)] }));
    }

    [Fact]
    public void The_machine_overrides_features_and_is_overridden_by_profiles()
    {
        var device = Sample.Device(Module) with
        {
            Hardware = Sample.Hardware with { KernelArguments = ["iommu=on"] },
            Features = [new FeatureSpec("f").OnHost(host => host.KernelArguments(["iommu=off", "quiet"]))],
        };
        Assert.Equal(["quiet", "iommu=on"], Sample.Plan(device).Host.KernelArguments);
        device = device with { Profiles = [new ProfileSpec("debug").OnHost(h => h.KernelArguments(["iommu=pt"]))] };
        Assert.Equal(["quiet", "iommu=pt"], Sample.Plan(device).Host.KernelArguments);
    }

    [Fact]
    public void A_forced_value_wins_over_every_layer() => Assert.Equal(
        90.MiB,
        Memory((Sample.Device(Module) with
        {
            Features = [new FeatureSpec("f").OnVm("app-vm", vm => vm.Force(VmKeys.Memory, 90.MiB))],
        }).OnVm("app-vm", vm => vm.Memory(103.MiB))));

    [Fact]
    public void A_VMs_own_setting_wins_over_one_for_all_VMs_of_the_same_layer()
    {
        var device = Sample.Device(Module) with { Guest = new GuestSpec().Memory(80.MiB) };
        Assert.Equal(100.MiB, Memory(device));
        Assert.Equal(80.MiB, Memory(device.OnAllVms(vm => vm.Memory(80.MiB))));
    }

    [Fact]
    public void Two_settings_of_equal_rank_that_disagree_are_one_diagnostic_that_names_both_places()
    {
        var diagnostic = Sample.Mistake(Sample.Device(Module) with
        {
            Features =
            [
                new FeatureSpec("a").OnVm("app-vm", vm => vm.Memory(101.MiB)),
                new FeatureSpec("b").OnVm("app-vm", vm => vm.Memory(102.MiB)),
            ],
        });
        Assert.Equal("GHAF012", diagnostic.Id);
        Assert.Equal("app-vm", diagnostic.Name);
        Assert.Matches(
            "^memory is “102 MiB” here and “101 MiB” at tests/Model.Tests/Settings/LayerTests.cs:[0-9]+ \\(feature\\); neither is stronger$",
            diagnostic.Message);
        Assert.EndsWith("LayerTests.cs", diagnostic.File);
    }

    [Fact]
    public void Two_settings_of_equal_rank_that_agree_are_none() => Assert.Equal(
        101.MiB,
        Memory(Sample.Device(Module) with
        {
            Features =
            [
                new FeatureSpec("a").OnVm("app-vm", vm => vm.Memory(101.MiB)),
                new FeatureSpec("b").OnVm("app-vm", vm => vm.Memory(101.MiB)),
            ],
        }));

    [Fact]
    public void Lists_of_all_layers_merge() => Assert.Equal(
        ["base", "feature", "user"],
        Packages((Sample.Device(Module) with { Features = [new FeatureSpec("f").OnVm("app-vm", vm => vm.Packages(["feature"]))] })
            .OnVm("app-vm", vm => vm.Packages(["user", "base"]))));

    [Fact]
    public void An_element_can_be_removed() => Assert.Equal(
        ["other"],
        Packages(Sample.Device(Module.Packages(["other"])).OnVm("app-vm", vm => vm.Remove(SystemKeys.Packages, ["base"]))));

    [Fact]
    public void A_list_can_be_replaced_and_a_stronger_layer_adds_to_it() => Assert.Equal(
        ["feature", "user"],
        Packages((Sample.Device(Module) with
        {
            Features = [new FeatureSpec("f").OnVm("app-vm", vm => vm.Replace(SystemKeys.Packages, ["feature"]))],
        }).OnVm("app-vm", vm => vm.Packages(["user"]))));

    [Fact]
    public void A_forced_list_is_the_whole_list() => Assert.Equal(
        ["only"],
        Packages((Sample.Device(Module) with
        {
            Features = [new FeatureSpec("f").OnVm("app-vm", vm => vm.Force(SystemKeys.Packages, ["only"]))],
        }).OnVm("app-vm", vm => vm.Packages(["user"]))));

    [Fact]
    public void To_add_and_to_remove_in_one_layer_disagrees() => Assert.Equal(
        "GHAF012",
        Sample.Mistake(Sample.Device(Module).OnVm("app-vm", vm => vm.Packages(["x1"]).Remove(SystemKeys.Packages, ["x1"]))).Id);

    [Fact]
    public void A_file_of_a_stronger_layer_takes_the_place_of_a_weaker_ones() => Assert.Equal(
        "user",
        Sample.Plan(Sample.Device(VmSpec.Named("app-vm").NoRoute().Files([FileSpec.Text("/a", "base")]).AsModule())
            .OnVm("app-vm", vm => vm.Files([FileSpec.Text("/a", "user")]))).Vms[0].Files.Single().Content);

    private static ByteSize Memory(DeviceSpec device) => Sample.Plan(device).Vms.Single().Memory;

    private static ImmutableArray<string> Packages(DeviceSpec device) => Sample.Plan(device).Vms.Single().Packages;
}
