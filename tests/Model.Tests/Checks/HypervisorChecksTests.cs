// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class HypervisorChecksTests
{
    private static readonly VmSpec Vm = VmSpec.Named("odd-vm").NoRoute();
    private static readonly Share Docs = new("docs", "/srv/docs", "/mnt/docs");
    private static readonly Volume Data = new("data", 1.GiB, "/var/lib/data");

    public static TheoryData<VmSpec, string> Mistakes => new()
    {
        {
            Vm.Devices(["wifi"]).Machine(MachineType.Microvm),
            "asks for the PCI device “wifi”, which QEMU's microvm cannot do: it has no PCI bus unless `pcie=on`, which makes it a "
            + "slower q35; QEMU's q35, cloud-hypervisor and crosvm can"
        },
        {
            Vm.Devices(["camera"]).Hypervisor(Hypervisor.CloudHypervisor),
            "asks for the USB device “camera”, which cloud-hypervisor cannot do: it emulates no USB controller; pass the PCI "
            + "function of a controller; QEMU's q35 can"
        },
        {
            Vm.Devices(["camera"]).Hypervisor(Hypervisor.Crosvm),
            "asks for the USB device “camera”, which crosvm cannot do: devices are attached by a command after the kernel has "
            + "booted, not at its start; QEMU's q35 can"
        },
        {
            Vm.Devices(["uart"]),
            "asks for the platform device “uart”, which QEMU's q35 cannot do: the x86 program has no `vfio-platform`; none can"
        },
        {
            VmSpec.Named("odd-vm").Gateway("net-vm").Hypervisor(Hypervisor.Crosvm),
            "asks for a link to its gateway net-vm, which crosvm cannot do: it has taps and vhost-user-net, where a third program "
            + "moves the packets; QEMU's q35 and QEMU's microvm can"
        },
        {
            Vm.Machine(MachineType.Virt),
            "asks for QEMU's virt on amd64, which has QEMU's q35, QEMU's microvm, cloud-hypervisor and crosvm"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Rejects_what_the_record_lacks_and_says_who_can(VmSpec vm, string message)
    {
        var diagnostic = Sample.Mistake(vm);
        Assert.Equal("GHAF018", diagnostic.Id);
        Assert.Equal(message, diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_gateway_that_has_no_links()
    {
        var diagnostic = Sample.Mistake(Sample.Device(Sample.Net.Hypervisor(Hypervisor.CloudHypervisor), Sample.App));
        Assert.Equal("GHAF018", diagnostic.Id);
        Assert.StartsWith("is the gateway of app-vm and needs a link to it, which cloud-hypervisor cannot do", diagnostic.Message);
    }

    public static TheoryData<VmSpec> Good =>
    [
        Vm.Devices(["wifi", "camera"]).Shares([Docs]).Volumes([Data]),
        Vm.Machine(MachineType.Microvm).Shares([Docs]).Volumes([Data]),
        VmSpec.Named("odd-vm").Gateway("net-vm").Machine(MachineType.Microvm),
        Vm.Hypervisor(Hypervisor.CloudHypervisor).Devices(["wifi"]).Shares([Docs]).Volumes([Data]),
        Vm.Hypervisor(Hypervisor.Crosvm).Devices(["wifi"]).Shares([Docs]).Volumes([Data]),
        Vm.Hypervisor(Hypervisor.Crosvm).HypervisorArguments([new HypervisorArgument("--no-usb")]),
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void Accepts_what_the_record_has(VmSpec vm) => Assert.Empty(Sample.Seal(Sample.Device(Sample.Net, vm)).Diagnostics);

    [Theory]
    [InlineData(DeviceBus.Pci)]
    [InlineData(DeviceBus.Usb)]
    [InlineData(DeviceBus.Platform)]
    public void Accepts_every_bus_on_virt(DeviceBus bus)
    {
        var request = bus switch { DeviceBus.Pci => "wifi", DeviceBus.Usb => "camera", _ => "uart" };
        var device = Sample.Device(Vm.Devices([request])) with { Hardware = Sample.Hardware with { Architecture = "arm64" } };
        Assert.Empty(Sample.Seal(device).Diagnostics);
    }

    [Theory]
    [InlineData("amd64", null)]
    [InlineData("riscv64", Hypervisor.Crosvm)]
    public void Rejects_a_machine_of_another_architecture(string architecture, Hypervisor? hypervisor)
    {
        var vm = hypervisor is { } chosen ? Vm.Hypervisor(chosen) : Vm.Machine(MachineType.Virt);
        var device = Sample.Device(vm) with { Hardware = Sample.Hardware with { Architecture = architecture } };
        Assert.Equal("GHAF018", Sample.Mistake(device).Id);
    }

    [Fact]
    public void Rejects_platform_devices_on_riscv64()
    {
        var device = Sample.Device(Vm.Devices(["uart"])) with { Hardware = Sample.Hardware with { Architecture = "riscv64" } };
        Assert.Equal("GHAF018", Sample.Mistake(device).Id);
    }
}
