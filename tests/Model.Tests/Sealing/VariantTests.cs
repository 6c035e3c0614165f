// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class VariantTests
{
    private static readonly DeviceSpec Device = Sample.Device(Sample.Net, Sample.App, VmSpec.Named("gui-vm").NoRoute().Graphical()) with
    {
        Variants =
        [
            VariantSpec.Default,
            new VariantSpec("headless", "") { Without = LeftOutVms.Graphical },
            new VariantSpec("host-only", "") { Without = LeftOutVms.All },
        ],
        Profiles = [new ProfileSpec("debug") { DebugAccess = true }, new ProfileSpec("release")],
        Outputs = [OutputSpec.Image, OutputSpec.Installer],
    };

    [Fact]
    public void Targets_are_all_combinations() => Assert.Equal(
        [
            "sample-debug", "sample-debug-installer", "sample-release", "sample-release-installer",
            "sample-headless-debug", "sample-headless-debug-installer", "sample-headless-release", "sample-headless-release-installer",
            "sample-host-only-debug", "sample-host-only-debug-installer", "sample-host-only-release", "sample-host-only-release-installer",
        ],
        TargetSpec.AllOf(Device).Select(t => t.Name));

    [Theory]
    [InlineData("sample-debug", "net-vm app-vm gui-vm")]
    [InlineData("sample-headless-debug", "net-vm app-vm")]
    [InlineData("sample-host-only-release-installer", "")]
    public void A_variant_leaves_VMs_out(string target, string vms)
    {
        var plan = Sealer.Seal(Device, target).Plan!;
        Assert.Equal(vms, string.Join(' ', plan.Vms.Select(vm => vm.Name).OrderBy(n => "nag".IndexOf(n.Value[0], StringComparison.Ordinal))));
        Assert.Equal(target, plan.Target);
    }

    [Fact]
    public void A_change_of_a_VM_that_the_variant_leaves_out_is_no_mistake() =>
        Assert.NotNull(Sealer.Seal(Device.OnVm("gui-vm", vm => vm.Cores(2)), "sample-headless-debug").Plan);
}
