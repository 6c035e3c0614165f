// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

/// <summary>A small device that seals; tests change one thing of it.</summary>
internal static class Sample
{
    public static HardwareSpec Hardware { get; } = new("sample-machine")
    {
        Memory = 2.GiB,
        Cores = 2,
        Devices =
        [
            new PciDeviceSpec("ethernet")
            {
                Address = PciAddress.Parse("0000:00:03.0"),
                Id = HardwareId.Parse("8086:10d3"),
                Class = PciClass.Ethernet,
                Driver = "e1000e",
            },
            new PciDeviceSpec("wifi")
            {
                Address = PciAddress.Parse("0000:00:04.0"),
                Id = HardwareId.Parse("8086:2725"),
                Class = PciClass.Network,
                Driver = "iwlwifi",
            },
            new PciDeviceSpec("audio") { Address = PciAddress.Parse("0000:00:1f.3"), IommuGroup = 13 },
            new PciDeviceSpec("audio-bus") { Address = PciAddress.Parse("0000:00:1f.4"), IommuGroup = 13 },
            new UsbDeviceSpec("camera", HardwareId.Parse("04f2:b751")) { Port = "3-4" },
            new PlatformDeviceSpec("uart", "3100000.serial"),
        ],
    };

    public static VmSpec Net { get; } = VmSpec.Named("net-vm").Devices(["ethernet"]).Uplink("ethernet").Routes().AsModule();

    public static VmSpec App { get; } = VmSpec.Named("app-vm").Gateway("net-vm").AsModule();

    public static DeviceSpec Device(params VmSpec[] vms) => new("sample")
    {
        Hardware = Hardware,
        Host = new HostSpec().Packages(["systemd"]),
        Guest = new GuestSpec().Packages(["systemd"]),
        Vms = [.. vms],
        Profiles = [new ProfileSpec("debug") { DebugAccess = true }],
    };

    public static SealResult Seal(DeviceSpec device) => Sealer.Seal(TargetSpec.AllOf(device)[0]);

    public static DevicePlan Plan(DeviceSpec device) => Seal(device) is { Plan: { } plan }
        ? plan
        : throw new InvalidOperationException(string.Join('\n', Seal(device).Diagnostics));

    public static DevicePlan Plan(params VmSpec[] vms) => Plan(Device(vms));

    /// <summary>The only mistake of a device that is otherwise the sample.</summary>
    public static Diagnostic Mistake(DeviceSpec device) => Assert.Single(Seal(device).Diagnostics);

    /// <summary>The only mistake of a VM beside net-vm.</summary>
    public static Diagnostic Mistake(VmSpec vm) => Mistake(Device(Net, vm));
}
