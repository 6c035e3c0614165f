// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Runners.Tests;

/// <summary>Devices with a VM that uses all that its hypervisor has, and one with nothing but a balloon.</summary>
internal static class UsesAll
{
    public static DevicePlan Plan(Hypervisor hypervisor, MachineType machine, string architecture)
    {
        var record = HypervisorRecords.Of(hypervisor, machine);
        bool Has(HypervisorAbility ability) => record.Has(ability, architecture);
        var vm = VmSpec.Named("full-vm").Hypervisor(hypervisor).Machine(machine).Memory(512.MiB).Cores(2)
            .Devices(
            [
                .. Has(HypervisorAbility.PciPassthrough) ? (DeviceRequest[])["card"] : [],
                .. Has(HypervisorAbility.UsbPassthrough) ? (DeviceRequest[])["camera", DeviceRequest.WithUsbId("06cb:00fc")] : [],
                .. Has(HypervisorAbility.PlatformPassthrough) ? (DeviceRequest[])["uart"] : [],
            ])
            .Volumes([new Volume("data", 1.GiB, "/var/lib/data")])
            .Shares([new Share("docs", "/srv/docs", "/mnt/docs"), new Share("inbox", "/srv/inbox", "/mnt/inbox") { ReadOnly = false }])
            .HypervisorArguments(hypervisor switch
            {
                Hypervisor.Qemu => [new HypervisorArgument("-overcommit", "cpu-pm=off")],
                Hypervisor.CloudHypervisor => [new HypervisorArgument("--watchdog")],
                _ => [new HypervisorArgument("--no-rng")],
            });
        vm = Has(HypervisorAbility.Tpm) ? vm.Tpm() : vm;
        vm = Has(HypervisorAbility.Links) ? vm.Gateway("gateway-vm") : vm.NoRoute();
        var gateway = VmSpec.Named("gateway-vm").Devices(["uplink"]).Uplink("uplink").Routes();
        var light = VmSpec.Named("light-vm").Hypervisor(hypervisor).Machine(machine).NoRoute();
        var sealing = Sealer.Seal(
            new DeviceSpec("full")
            {
                Hardware = Hardware(architecture),
                Host = new HostSpec(),
                Guest = new GuestSpec().KernelArguments(["console=ttyS0"]),
                Vms = Has(HypervisorAbility.Links) ? [gateway, vm, light] : [vm, light],
                Profiles = [new ProfileSpec("release")],
            },
            "full-release");
        return sealing.Plan ?? throw new InvalidOperationException(string.Join('\n', sealing.Diagnostics));
    }

    private static HardwareSpec Hardware(string architecture) => new("machine")
    {
        Architecture = architecture,
        Memory = 8.GiB,
        Cores = 4,
        Devices =
        [
            new PciDeviceSpec("uplink") { Address = PciAddress.Parse("0000:00:03.0"), Id = HardwareId.Parse("8086:10d3") },
            new PciDeviceSpec("card") { Address = PciAddress.Parse("0000:00:04.0"), Id = HardwareId.Parse("8086:2725") },
            new UsbDeviceSpec("camera", HardwareId.Parse("04f2:b751")) { Port = "3-8.1" },
            new PlatformDeviceSpec("uart", "3100000.serial"),
        ],
    };
}
