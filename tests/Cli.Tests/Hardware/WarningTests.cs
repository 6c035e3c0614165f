// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Hardware;

namespace Ghaf.Cli.Tests.Hardware;

public class WarningTests
{
    private const string X1 = "lenovo-thinkpad-x1-carbon-gen-11";
    private const string T14 = "lenovo-thinkpad-t14-gen-3";
    private const string Orin = "nvidia-jetson-agx-orin-developer-kit";

    [Fact]
    public void A_machine_that_has_all_it_needs_has_no_warnings() => Assert.Empty(RecordedMachine.Scan(X1).Warnings);

    [Fact]
    public void Warns_of_a_processor_without_virtualization() => AssertWarns(
        Change(X1, "flags : vmx", "flags : fpu"), "neither vmx nor svm", "Turn on VT-x or SVM");

    [Fact]
    public void Warns_of_a_board_without_KVM() => AssertWarns(Without(Orin, "misc/kvm"), "no /sys/class/misc/kvm", "EL2");

    [Fact]
    public void Warns_of_an_IOMMU_that_is_off() => AssertWarns(
        Without(X1, "iommu_group"), "The IOMMU by Intel is off", "Boot with intel_iommu=on and scan again.");

    [Fact]
    public void Warns_of_a_machine_without_an_IOMMU() => AssertWarns(
        Without(T14, "iommu_group", "/sys/class/iommu", "IVRS"), "There is no IOMMU", "AMD-Vi");

    [Fact]
    public void Warns_of_a_group_that_mixes_what_different_VMs_need() => AssertWarns(
        Change(T14, "iommu_groups/13", "iommu_groups/15"), "IOMMU group 15 mixes network and display: wifi (0000:02:00.0), graphics", "one VM");

    [Fact]
    public void Warns_of_a_group_with_the_disk() => AssertWarns(
        Change(T14, "iommu_groups/13", "iommu_groups/14"), "group 14 has the disk, which the host needs, and wifi (0000:02:00.0)", "ACS");

    [Fact]
    public void Warns_of_a_driver_that_a_VM_hides() => AssertWarns(
        RecordedMachine.TextOf("emulated-machine"), "own driver is not known: ethernet (0000:00:03.0)", "Write Driver yourself");

    [Fact]
    public void Warns_of_a_machine_without_a_disk() => AssertWarns(Without(X1, "nvme0n1"), "No disk is built in.", "Write Disk");

    [Fact]
    public void Warns_of_a_second_disk() => AssertWarns(
        RecordedMachine.TextOf(X1).Replace(
            "/sys/class/nvme/nvme0 ->",
            "/sys/block/sda -> /sys/devices/a/sda\n/sys/devices/a/sda/size: 8\n/sys/devices/a/sda/removable: 0\n/sys/class/nvme/nvme0 ->"),
        "Several disks are built in: /dev/nvme0n1, /dev/sda.",
        "Write another Disk");

    [Fact]
    public void Warns_of_a_disk_whose_driver_is_no_module() => AssertWarns(
        Without(Orin, "drivers/sdhci-tegra", "drivers/mmcblk"), "The driver of /dev/mmcblk0 is part of this kernel", "BootModules");

    [Fact]
    public void Warns_of_serial_ports_that_only_root_may_see() => AssertWarns(
        Change("emulated-machine", "ttyS0/type: 4", "ttyS0/type:"), "Only root may see", "record as root");

    [Fact]
    public void Warns_of_a_device_tree_whose_file_is_not_known() =>
        AssertWarns(RecordedMachine.TextOf(Orin), "does not know the file", "Write DeviceTree");

    private static string Change(string machine, string what, string to)
    {
        var text = RecordedMachine.TextOf(machine);
        Assert.Contains(what, text);
        return text.Replace(what, to);
    }

    private static string Without(string machine, params string[] parts)
    {
        var lines = RecordedMachine.TextOf(machine).Split('\n');
        Assert.All(parts, part => Assert.Contains(lines, line => line.Contains(part)));
        return string.Join('\n', lines.Where(line => !parts.Any(line.Contains)));
    }

    private static void AssertWarns(string record, string what, string mend)
    {
        var warnings = RecordedMachine.ScanText(record).Warnings;
        Assert.Contains(warnings, warning => warning.What.Contains(what) && warning.Mend.Contains(mend));
    }
}
