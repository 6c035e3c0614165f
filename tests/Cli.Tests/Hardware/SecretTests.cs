// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Cli.Hardware;

namespace Ghaf.Cli.Tests.Hardware;

/// <summary>What tells one machine from all others of its kind must not come out.</summary>
public class SecretTests
{
    private const string Secret = "S3CRET";
    private const string Bluetooth = "/sys/devices/pci0000:00/0000:00:14.0/usb3/3-10";
    private const string Disk = "/sys/devices/pci0000:00/0000:00:06.0/0000:04:00.0/nvme/nvme0/nvme0n1";
    private const string Radio = "/sys/devices/pci0000:00/0000:00:14.0/usb3/3-10/bluetooth/hci0/hci0:256";

    private const string Plugged = "/sys/devices/pci0000:00/0000:00:14.0/usb3/3-2";

    private static readonly string[] Places =
    [
        "/sys/devices/virtual/dmi/id/product_serial", "/sys/devices/virtual/dmi/id/product_uuid", "/sys/devices/virtual/dmi/id/board_serial",
        "/sys/devices/virtual/dmi/id/board_asset_tag", "/sys/devices/virtual/dmi/id/chassis_serial",
        "/sys/devices/virtual/dmi/id/chassis_asset_tag", "/sys/devices/virtual/dmi/id/product_sku", "/sys/firmware/dmi/tables/DMI",
        "/sys/firmware/devicetree/base/serial-number", "/sys/firmware/acpi/tables/MSDM", "/sys/firmware/acpi/tables/DMAR",
        "/sys/class/net/wlan0/address", "/sys/devices/pci0000:00/0000:00:14.3/net/wlan0/address", "/sys/devices/pci0000:00/0000:00:14.3/vpd",
        Bluetooth + "/serial", "/sys/devices/pci0000:00/0000:00:14.0/usb3/3-8/serial", Disk + "/wwid", Disk + "/uuid", Disk + "/device/serial",
        "/sys/devices/pci0000:00/0000:00:06.0/0000:04:00.0/nvme/nvme0/serial", "/sys/devices/platform/i8042/serio0/input/input3/uniq",
        "/sys/devices/platform/i8042/serio0/input/input3/phys", "/proc/cmdline", "/proc/sys/kernel/hostname", "/etc/machine-id",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_tells_a_machine_from_its_kind_comes_out(bool recorded)
    {
        using var scratch = new ScratchFolder();
        RecordedMachine.Materialise(RecordedMachine.TextOf("lenovo-thinkpad-x1-carbon-gen-11"), scratch.Path);
        Plant(scratch);
        var record = await RecordedMachineTests.RecordAsync(scratch.Path);
        Assert.DoesNotContain(Secret, record);
        ITreeSource source = recorded ? RecordedSource.Parse(record, "record") : new FolderSource(scratch.Path);
        var machine = ScanMachine.Run(source, null, scratch.Path);
        var all = WriteHardwareCode.Of(machine.Hardware) + JsonSerializer.Serialize(HardwareReport.Of(machine), CliJson.Default.HardwareReport);
        Assert.DoesNotContain(Secret, all);

        // The scan did read this tree.
        Assert.Contains("lenovo-thinkpad-x1-carbon-gen-11", all);
        Assert.Equal(WriteHardwareCode.Of(RecordedMachine.Scan("lenovo-thinkpad-x1-carbon-gen-11").Hardware), WriteHardwareCode.Of(machine.Hardware));
    }

    private static void Plant(ScratchFolder scratch)
    {
        foreach (var place in Places)
        {
            scratch.Write(place[1..], Secret + "\n");
        }

        File.AppendAllText(scratch.File("proc/cpuinfo"), $"Serial : {Secret}\n");
        File.AppendAllText(scratch.File("proc/meminfo"), $"Secret: {Secret}\n");

        // People's own devices are called after people.
        RecordedMachine.Materialise(
            $"""
            /sys/class/input/event40 -> {Radio}/input/input40/event40
            {Radio}/input/input40/name: Mouse of {Secret}
            {Radio}/input/input40/capabilities/ev: 17
            {Radio}/input/input40/capabilities/key: 30000 0 0 0 0
            {Radio}/input/input40/capabilities/rel: 3
            {Radio}/input/input40/id/bustype: 0005
            /sys/bus/usb/devices/3-2 -> {Plugged}
            {Plugged}/removable: removable
            {Plugged}/idVendor: 05ac
            {Plugged}/idProduct: 12a8
            {Plugged}/product: Telephone of {Secret}
            /sys/class/input/event41 -> {Plugged}/3-2:1.0/input/input41/event41
            {Plugged}/3-2:1.0/input/input41/name: Keyboard of {Secret}
            {Plugged}/3-2:1.0/input/input41/capabilities/ev: 17
            {Plugged}/3-2:1.0/input/input41/id/bustype: 0003
            """,
            scratch.Path);
    }
}
