// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Sizes;
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Sizes;

public class SizeTests
{
    private static readonly BuiltImages Images = new(
        new ImageContents(170_000_000,
        [
            new PartSize(PartKind.Vm, BuiltImages.SharedBase, 70_000_000, 1),
            new PartSize(PartKind.Package, "qemu-system-x86", 28_900_000, 3),
            new PartSize(PartKind.Vm, "net-vm", 14_000_000, 1),
            new PartSize(PartKind.Own, "vmd", 5_400_000, 1),
            new PartSize(PartKind.Package, "kmod", 174_654, 2),
            new PartSize(PartKind.Package, "libkmod2", 111_028, 2),
        ]),
        new ImageContents(70_000_000, [new PartSize(PartKind.Package, "systemd", 9_000_000, 300)]),
        [("net-vm", new ImageContents(14_000_000, [new PartSize(PartKind.Package, "nftables", 1_200_000, 9)]))]);

    private static readonly SizeReport Report = SizeReport.Of("some-release", Images);

    [Fact]
    public void The_images_of_VMs_are_not_the_hosts()
    {
        Assert.Equal(28_900_000 + 5_400_000 + 174_654 + 111_028, Report.HostBytes);
        Assert.Equal(84_000_000, Report.VmBytes);
    }

    [Fact]
    public void What_VMs_share_comes_after_them_with_what_it_is_made_of()
    {
        Assert.Equal(["net-vm", "shared base"], Report.Vms.Select(vm => vm.Name));
        Assert.Equal("systemd", Report.Vms[1].Parts.Single().Name);
    }

    [Fact]
    public void The_table_adds_small_parts_up()
    {
        using var run = new SessionFor();
        run.Session.Screen.Write(SizeTable.Of(Report));
        Golden.Matches("tests/Cli.Tests/Sizes/size.txt", run.Output.ToString());
    }

    [Fact]
    public void Rejects_a_host_that_is_too_large_with_both_numbers() => Assert.Equal(
        "The host of some-release has 34.6 MB, and may have 30.", new TooLargeException(Report, 30).What);

    [Fact]
    public void Rejects_a_VM_that_the_device_does_not_have() =>
        Assert.Contains("net-vm, shared base", new PartUnknownException(Report, "gui-vm").Mend);
}
