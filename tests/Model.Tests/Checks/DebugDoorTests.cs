// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class DebugDoorTests
{
    private static readonly VmSpec Vm = VmSpec.Named("odd-vm").NoRoute();

    public static TheoryData<VmSpec> Doors =>
    [
        Vm.Packages(["openssh-server"]),
        Vm.KernelArguments(["systemd.debug_shell"]),
        Vm.KernelArguments(["init=/bin/sh"]),
        Vm.Files([FileSpec.Text("/etc/systemd/system/serial-getty@ttyS0.service.d/autologin.conf", "")]),
        Vm.Files([FileSpec.Text("/root/.ssh/authorized_keys", "")]),
    ];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Rejects_a_door_in_a_release(VmSpec vm) => Assert.Equal("GHAF019", Sample.Mistake(Release(vm)).Id);

    [Theory]
    [MemberData(nameof(Doors))]
    public void Accepts_it_where_debugging_is_meant(VmSpec vm) => Assert.Empty(Sample.Seal(Sample.Device(vm)).Diagnostics);

    [Fact]
    public void Accepts_a_door_that_is_shut() =>
        Assert.Empty(Sample.Seal(Release(Vm.Files([FileSpec.Mask("serial-getty@ttyS0.service")]))).Diagnostics);

    [Fact]
    public void Rejects_debug_access_in_a_profile_called_release() => Assert.Equal(
        "GHAF019",
        Sample.Mistake(Sample.Device(Vm) with { Profiles = [new ProfileSpec("release") { DebugAccess = true }] }).Id);

    private static DeviceSpec Release(VmSpec vm) => Sample.Device(vm) with { Profiles = [new ProfileSpec("release")] };
}
