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
            new PciDeviceSpec("ethernet", PciAddress.Parse("0000:00:03.0"), "8086:10d3", "e1000e"),
            new PciDeviceSpec("wifi", PciAddress.Parse("0000:00:04.0"), "8086:2725", "iwlwifi"),
        ],
    };

    public static VmSpec Net { get; } = new("net-vm") { Devices = ["ethernet"], Uplink = "ethernet" };

    public static VmSpec App { get; } = new("app-vm") { Gateway = "net-vm" };

    public static DeviceSpec Device(params VmSpec[] vms) => new("sample")
    {
        Hardware = Hardware,
        Host = new HostSpec { Packages = ["systemd"] },
        Guest = new GuestSpec { Packages = ["systemd"] },
        Vms = [.. vms],
        Profiles = [new ProfileSpec("debug") { DebugAccess = true }],
    };

    public static DevicePlan Plan(params VmSpec[] vms) =>
        Sealer.Seal(Device(vms), "debug").Plan ?? throw new InvalidOperationException("The sample does not seal.");
}
