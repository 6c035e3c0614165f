// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Hardware;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Hardware;

public class ScanTests
{
    [Theory]
    [InlineData(2003200, 2048)]
    [InlineData(2097152, 2048)]
    [InlineData(2097153, 2560)]
    [InlineData(5900000, 6144)]
    [InlineData(14200000, 16384)]
    [InlineData(20100000, 20480)]
    [InlineData(32498436, 32768)]
    [InlineData(40300000, 40960)]
    [InlineData(65000000, 65536)]
    public void Memory_is_the_next_size_that_is_sold(long usableKib, long installedMib) =>
        Assert.Equal(installedMib, Scan($"/proc/meminfo: MemTotal:  {usableKib} kB").Memory.MiB);

    [Theory]
    [InlineData("LENOVO", "21HMCTO1WW", "ThinkPad X1 Carbon Gen 11", "lenovo-thinkpad-x1-carbon-gen-11")]
    [InlineData("Dell Inc.", "Latitude 7330 Rugged Extreme", "", "dell-latitude-7330-rugged-extreme")]
    [InlineData("HP", "HP EliteBook 840 G8", "SBKPF", "hp-elitebook-840-g8")]
    [InlineData("To Be Filled By O.E.M.", "System Product Name", "Default string", "scanned-machine")]
    [InlineData("Acme", "Default string", "3000", "acme-3000")]
    [InlineData("", "3000", "", "machine-3000")]
    public void A_machine_is_called_what_its_maker_calls_it(string vendor, string product, string version, string name) =>
        Assert.Equal(name, Scan(
            $"""
            /sys/class/dmi/id/sys_vendor: {vendor}
            /sys/class/dmi/id/product_name: {product}
            /sys/class/dmi/id/product_version: {version}
            """).Name);

    [Theory]
    [InlineData("flags : fpu", "amd64")]
    [InlineData("CPU architecture: 8", "arm64")]
    [InlineData("isa : rv64imafdc", "riscv64")]
    public void The_processor_tells_the_architecture(string line, string architecture) =>
        Assert.Equal(architecture, Scan("", line).Architecture);

    [Theory]
    [InlineData("/sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1:1.0/host0/block/sda", "0", "1024", "", false)]
    [InlineData("/sys/devices/pci0000:00/0000:00:17.0/ata1/host0/block/sda", "1", "1024", "", false)]
    [InlineData("/sys/devices/pci0000:00/0000:00:17.0/ata1/host0/block/sda", "0", "0", "", false)]
    [InlineData("/sys/devices/platform/1.mmc/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0", "0", "1024", "SD", false)]
    [InlineData("/sys/devices/platform/1.mmc/mmc_host/mmc0/mmc0:0001/block/mmcblk0", "0", "1024", "MMC", true)]
    [InlineData("/sys/devices/pci0000:00/0000:00:17.0/ata1/host0/block/sda", "0", "1024", "", true)]
    [InlineData("/sys/devices/virtual/block/loop0", "0", "1024", "", false)]
    public void Only_a_disk_that_is_built_in_is_installed_on(string place, string removable, string size, string type, bool found)
    {
        var name = MachineTree.NameOf(place);
        var disk = Scan(
            $"""
            /sys/block/{name} -> {place}
            {place}/size: {size}
            {place}/removable: {removable}
            {MachineTree.ParentOf(MachineTree.ParentOf(place))}/type: {type}
            """).Disk;
        Assert.Equal(found ? "/dev/" + name : null, disk);
    }

    [Fact]
    public void A_controller_before_the_disks_own_is_needed_to_boot()
    {
        const string Vmd = "/sys/devices/pci0000:00/0000:00:0e.0";
        const string Nvme = Vmd + "/pci10000:e0/10000:e0:06.0/10000:e1:00.0";
        var hardware = Scan(
            $"""
            {Vmd}/driver -> /sys/bus/pci/drivers/vmd
            {Nvme}/driver -> /sys/bus/pci/drivers/nvme
            /sys/bus/pci/drivers/nvme/module -> /sys/module/nvme
            /sys/block/nvme0n1 -> {Nvme}/nvme/nvme0/nvme0n1
            {Nvme}/nvme/nvme0/nvme0n1/size: 1024
            {Nvme}/nvme/nvme0/nvme0n1/removable: 0
            """);
        Assert.Equal(["vmd", "nvme"], hardware.BootModules);
    }

    [Fact]
    public void A_function_in_a_dock_is_left_out() => Assert.Empty(Scan(
        """
        /sys/bus/pci/devices/0000:20:00.0/vendor: 0x8086
        /sys/bus/pci/devices/0000:20:00.0/device: 0x15f3
        /sys/bus/pci/devices/0000:20:00.0/class: 0x020000
        /sys/bus/pci/devices/0000:20:00.0/removable: removable
        """).Devices);

    [Fact]
    public void What_a_device_calls_itself_stays_text()
    {
        var hardware = Scan(
            """
            /sys/class/input/event0 -> /sys/devices/a/input/input0/event0
            /sys/devices/a/input/input0/name: "]; } /* \ */
            /sys/devices/a/input/input0/capabilities/ev: 3
            """);
        Assert.Contains("""new InputDeviceSpec(InputKind.Other, ["\"]; } /* \\ */"]),""", WriteHardwareCode.Of(hardware));
    }

    [Fact]
    public void A_tree_without_a_machine_is_refused()
    {
        var failure = Assert.Throws<MachineUnreadableException>(() => RecordedMachine.ScanText("# end"));
        Assert.Equal("record says nothing of a processor and of memory.", failure.What);
    }

    private static HardwareSpec Scan(string lines, string processor = "flags : svm") => RecordedMachine.ScanText(
        $"/proc/cpuinfo: processor : 0\n/proc/cpuinfo: {processor}\n"
        + (lines.Contains("MemTotal") ? "" : "/proc/meminfo: MemTotal: 1000000 kB\n") + lines + "\n# end\n").Hardware;
}
