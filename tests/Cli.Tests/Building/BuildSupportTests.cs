// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Building;

public class BuildSupportTests
{
    private static readonly DevicePlan Plan = Repository.Plan;

    [Fact]
    public void Accepts_the_reference_device()
    {
        Assert.Empty(BuildSupport.MissingToBuild(Plan));
        Assert.Empty(BuildSupport.MissingToEmulate(Plan));
        BuildSupport.RequireEmulation(Plan);
    }

    [Fact]
    public void A_host_without_VMs_is_built_and_not_emulated()
    {
        var plan = Plan with { Vms = [], Links = [] };
        BuildSupport.RequireBuild(plan);
        Assert.Contains("device without VMs", Assert.Throws<UnsupportedPlanException>(() => BuildSupport.RequireEmulation(plan)).What);
    }

    [Fact]
    public void Accepts_QEMUs_microvm() => Assert.Empty(With(vm => vm with { Machine = MachineType.Microvm }));

    [Fact]
    public void Accepts_free_firmware() => Assert.Empty(With(vm => vm with { Packages = ["firmware-ath9k-htc"] }));

    [Fact]
    public void Accepts_applications_which_a_VMs_agent_starts() =>
        Assert.Empty(With(vm => vm with { Applications = [new Application("web", "Web", ["/bin/web"])] }));

    [Fact]
    public void Rejects_another_architecture() => Rejects(
        Plan with { Hardware = Plan.Hardware with { Architecture = "arm64" } }, "images for arm64; only amd64");

    [Fact]
    public void Rejects_another_output() => Rejects(Plan with { Output = "installer" }, "the output installer; only image");

    [Fact]
    public void Rejects_another_release() => Rejects(Plan with { Suite = "forky" }, "the Debian release forky; only trixie");

    [Fact]
    public void Rejects_firmware_that_is_not_in_main_on_the_host_too()
    {
        Rejects(vm => vm with { Packages = ["firmware-iwlwifi"] }, "firmware from Debian's non-free-firmware: firmware-iwlwifi");
        Rejects(
            Plan with { Host = Plan.Host with { Packages = ["firmware-realtek"] } },
            "firmware from Debian's non-free-firmware: firmware-realtek (host)");
    }

    [Fact]
    public void Rejects_devices_that_it_cannot_pass_through()
    {
        Rejects(vm => Having(vm, new PassthroughPlan("camera", DeviceBus.Usb)), "passthrough of USB devices: camera");
        Rejects(vm => Having(vm, new PassthroughPlan("uarta", DeviceBus.Platform)), "passthrough of platform devices: uarta");
        Rejects(vm => Having(vm, new PassthroughPlan("card", DeviceBus.Pci)), "passthrough without a PCI address: card");
        Rejects(
            vm => Having(vm, new PassthroughPlan("gpu", DeviceBus.Pci)
            {
                Address = PciAddress.Parse("0000:00:02.0"),
                Class = PciClass.Vga,
            }),
            "passthrough of a graphics card: gpu");
    }

    [Fact]
    public void Rejects_other_hypervisors_machines_and_kernels()
    {
        Rejects(vm => vm with { Hypervisor = Hypervisor.Crosvm }, "the hypervisor Crosvm; only QEMU");
        Rejects(vm => vm with { Machine = MachineType.Virt }, "QEMU's machine virt on amd64");
        Rejects(vm => vm with { KernelPackage = "linux-image-own" }, "a VM's own kernel, linux-image-own");
    }

    [Fact]
    public void Rejects_what_needs_a_screen_or_the_hosts_files()
    {
        Rejects(vm => vm with { BorderColour = Colour.Parse("#ff5733") }, "windows on the device's screen");
        Rejects(vm => vm with { Shares = [new Share("home", "/home", "/home")] }, "folders shared with the host");
    }

    [Fact]
    public void Rejects_hardware_that_the_emulator_does_not_have()
    {
        Assert.Equal(
            [$"an emulated {Plan.Hardware.Name}, whose host would look for the emulator's disk, virtio_blk"],
            BuildSupport.MissingToEmulate(Plan with { Host = Plan.Host with { BootModules = ["nvme"] } }));
        var wifi = new PassthroughPlan("wifi", DeviceBus.Pci)
        {
            Address = PciAddress.Parse("0000:00:14.3"),
            Id = HardwareId.Parse("8086:51f1"),
        };
        var plan = Plan with { Vms = [Having(Plan.Vms[0], wifi)] };
        Assert.Empty(BuildSupport.MissingToBuild(plan));
        Assert.Equal(
            ["an emulated “wifi”; only a network card, 8086:10d3 (net-vm)"], BuildSupport.MissingToEmulate(plan));
    }

    [Fact]
    public void Says_a_reason_once_for_all_systems_that_have_it()
    {
        var plan = Plan with { Vms = [.. Plan.Vms.Select(vm => vm with { BorderColour = Colour.Parse("#ff5733") })] };
        Assert.Equal(["windows on the device's screen (net-vm, ids-vm, admin-vm, curl-vm, plain-vm)"], BuildSupport.MissingToBuild(plan));
    }

    [Fact]
    public void Says_everything_at_once_with_its_own_status()
    {
        var plan = Plan with { Suite = "forky", Output = "installer" };
        var refused = Assert.Throws<UnsupportedPlanException>(() => BuildSupport.RequireBuild(plan));
        Assert.Equal(ExitCode.Unsupported, refused.ExitCode);
        Assert.Equal(
            """
            This version cannot build vm-debug yet. It does not have:
            - the output installer; only image
            - the Debian release forky; only trixie
            """,
            refused.What);
    }

    private static void Rejects(DevicePlan plan, string reason) => Assert.Equal([reason], BuildSupport.MissingToBuild(plan));

    private static void Rejects(Func<VmPlan, VmPlan> change, string reason) => Assert.Equal([$"{reason} (net-vm)"], With(change));

    private static ImmutableArray<string> With(Func<VmPlan, VmPlan> change) =>
        BuildSupport.MissingToBuild(Plan with { Vms = [change(Plan.Vms[0])] });

    private static VmPlan Having(VmPlan vm, PassthroughPlan device) => vm with { Devices = [device] };
}
