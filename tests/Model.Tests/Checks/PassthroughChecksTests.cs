// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class PassthroughChecksTests
{
    public static TheoryData<string, DeviceRequest> Requests => new()
    {
        { "wifi", "wifi" },
        { "wifi", DeviceRequest.AtPci("0000:00:04.0") },
        { "wifi", DeviceRequest.WithPciId("8086:2725") },
        { "wifi", DeviceRequest.OfClass(PciClass.Network) },
        { "camera", DeviceRequest.WithUsbId("04f2:b751") },
        { "uart", DeviceRequest.OnPlatform("3100000.serial") },
        { "pci 0000:01:00.0", DeviceRequest.AtPci("0000:01:00.0") },
        { "pci 10de:2684", DeviceRequest.WithPciId("10de:2684") },
        { "usb 1d6b:0002", DeviceRequest.WithUsbId("1d6b:0002") },
        { "platform c180000.i2c", DeviceRequest.OnPlatform("c180000.i2c") },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Accepts_a_device_by_name_address_id_class_or_platform_name(string expected, DeviceRequest request) => Assert.Equal(
        expected,
        Sample.Plan(Sample.Device(VmSpec.Named("odd-vm").NoRoute().Devices([request])) with
        {
            Hardware = Sample.Hardware with { Architecture = "arm64" },
        }).Vms.Single().Devices.Single().Name);

    [Fact]
    public void Rejects_a_device_the_machine_does_not_have()
    {
        var diagnostic = Sample.Mistake(VmSpec.Named("gui-vm").NoRoute().Devices(["display"]));
        Assert.Equal("GHAF004", diagnostic.Id);
        Assert.Equal(
            "asks for device “display”; sample-machine has ethernet, wifi, audio, audio-bus, camera, uart", diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_class_of_which_the_machine_has_none() => Assert.Equal(
        "GHAF004", Sample.Mistake(VmSpec.Named("gui-vm").NoRoute().Devices([DeviceRequest.OfClass(PciClass.Vga)])).Id);

    [Fact]
    public void Rejects_an_uplink_that_is_not_the_VMs() =>
        Assert.Equal("GHAF004", Sample.Mistake(Sample.Device(VmSpec.Named("net-vm").Uplink("wifi"))).Id);

    [Theory]
    [MemberData(nameof(Thefts))]
    public void Rejects_a_device_in_two_VMs(DeviceRequest request)
    {
        var diagnostic = Sample.Mistake(VmSpec.Named("thief-vm").NoRoute().Devices([request]));
        Assert.Equal("GHAF005", diagnostic.Id);
        Assert.Equal("asks for device “ethernet”, which net-vm has", diagnostic.Message);
    }

    public static TheoryData<DeviceRequest> Thefts =>
        [DeviceRequest.Named("ethernet"), DeviceRequest.AtPci("0000:00:03.0"), DeviceRequest.WithPciId("8086:10d3"), DeviceRequest.OfClass(PciClass.Ethernet)];

    [Fact]
    public void Rejects_a_part_of_an_IOMMU_group()
    {
        var diagnostic = Sample.Mistake(VmSpec.Named("audio-vm").NoRoute().Devices(["audio"]));
        Assert.Equal("GHAF015", diagnostic.Id);
        Assert.Equal("shares IOMMU group 13 with “audio-bus” (the host)", diagnostic.Message);
    }

    [Fact]
    public void Accepts_a_whole_IOMMU_group() => Assert.Empty(
        Sample.Seal(Sample.Device(VmSpec.Named("audio-vm").NoRoute().Devices(["audio", "audio-bus"]))).Diagnostics);
}
