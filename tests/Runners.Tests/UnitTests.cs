// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Units;

namespace Ghaf.Runners.Tests;

public class UnitTests
{
    private readonly DevicePlan _plan = Sealed();

    [Fact]
    public void Every_unit_and_user_of_a_small_device_is_as_it_was_reviewed()
    {
        var files = HostUnits.For(_plan).Select(f => $"--- {f.Path}{(f.Target is null ? "" : $" -> {f.Target}")}\n{f.Content}");
        var (passwd, group) = HostUnits.Users(_plan);
        Golden.Matches("tests/Runners.Tests/small-device.units.txt", string.Join("", files) + $"--- passwd\n{passwd}--- group\n{group}");
    }

    [Fact]
    public void Only_a_VM_with_devices_may_use_vfio_and_lock_its_memory()
    {
        Assert.Contains("DeviceAllow=char-vfio rw", Unit("net-vm"));
        Assert.DoesNotContain("vfio", string.Join('\n', Unit("app-vm").Split('\n').Where(l => l.StartsWith("DeviceAllow"))));
        Assert.Contains($"LimitMEMLOCK={64 << 20}\n", Unit("app-vm"));
    }

    [Fact]
    public void A_VM_runs_on_the_cores_that_the_host_leaves()
    {
        Assert.DoesNotContain("CPUAffinity", Unit("app-vm"));
        var plan = _plan with { Hardware = _plan.Hardware with { Cores = 4, HostCores = 1 } };
        Assert.All(plan.Vms, vm => Assert.Contains("\nCPUAffinity=1-3\n", VmUnit.For(plan, vm).Content));
    }

    [Fact]
    public void A_reduced_host_opens_its_storage_without_the_rules_of_udev_that_it_lacks()
    {
        var plan = _plan with { Vms = [.. _plan.Vms.Select(vm => vm with { Tpm = true })] };
        Assert.DoesNotContain("DM_DISABLE_UDEV", Storage(plan));
        Assert.Contains("\nEnvironment=DM_DISABLE_UDEV=1\n", Storage(plan with { Host = plan.Host with { Reduced = true } }));
        static string Storage(DevicePlan plan) => HostUnits.For(plan).Single(f => f.Path.EndsWith("/ghaf-state.service") && f.Content is not null).Content!;
    }

    [Fact]
    public void No_VM_has_a_link_that_is_not_its_own()
    {
        var arguments = string.Join(' ', VmCommand.Of(_plan, _plan.Vms.Single(vm => vm.Name.Value == "lone-vm")).Arguments);
        Assert.DoesNotContain("-netdev", arguments);
        Assert.DoesNotContain("vfio", arguments);
    }

    private string Unit(string vm) => HostUnits.For(_plan).Single(f => f.Path.EndsWith($"/ghaf-vm-{vm}.service") && f.Content is not null).Content!;

    private static DevicePlan Sealed() => Sealer.Seal(
        new DeviceSpec("small")
        {
            Hardware = new HardwareSpec("machine")
            {
                Memory = 2.GiB,
                Cores = 2,
                Devices = [new PciDeviceSpec("card")
                    {
                        Address = PciAddress.Parse("0000:00:03.0"),
                        Id = HardwareId.Parse("8086:10d3"),
                        Driver = "e1000e",
                    }],
            },
            Host = new HostSpec(),
            Guest = new GuestSpec().KernelArguments(["console=ttyS0"]),
            Vms =
            [
                VmSpec.Named("net-vm").Devices(["card"]).Uplink("card").Routes(),
                VmSpec.Named("app-vm").Gateway("net-vm").Memory(192.MiB).Cores(2),
                VmSpec.Named("lone-vm").NoRoute(),
            ],
            Profiles = [new ProfileSpec("release")],
        },
        "small-release").Plan!;
}
