// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Model;

namespace Ghaf.Host.Tests;

public sealed class HostPlanFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Takes_VMs_devices_and_the_debug_door_from_the_sealed_plan()
    {
        var hardware = new HardwareSpec("machine")
        {
            Memory = 2.GiB,
            Cores = 2,
            Devices = [new PciDeviceSpec("card")
                {
                    Address = PciAddress.Parse("0000:00:03.0"),
                    Id = HardwareId.Parse("8086:10d3"),
                    Driver = "e1000e",
                }],
        };
        var device = new DeviceSpec("test")
        {
            Hardware = hardware,
            Host = new HostSpec(),
            Guest = new GuestSpec(),
            Vms = [VmSpec.Named("net-vm").Devices(["card"]).Uplink("card").Routes(), VmSpec.Named("app-vm").Gateway("net-vm").Calls([new AllowedCall("net-vm", "Guest/GetStatus")])],
            Profiles = [new ProfileSpec("debug") { DebugAccess = true }],
        };
        File.WriteAllText(_path, PlanJson.Write(Sealer.Seal(device, "test-debug").Plan!));

        var plan = HostPlanFile.Read(_path);

        Assert.True(plan.Settings.Debug);
        Assert.Equal(["net-vm", "app-vm"], plan.Vms.Select(vm => vm.Name));
        Assert.Equal(
            new SupervisedVm(
                "app-vm", 4, "ghaf-vm-app-vm.service", "10.71.1.2", 256 << 20, "/run/ghaf/vm/app-vm/console.sock",
                "/run/ghaf/vm/app-vm/qmp.sock", "/run/ghaf/vm/app-vm/console.log", HasBalloon: true, HasAgent: true),
            plan.Vms[1] with { Calls = [] });
        Assert.Equal([new AllowedCall("net-vm", "Guest/GetStatus")], plan.Vms[1].Calls);
        Assert.Equal(
            new PassthroughDevice("0000:00:03.0", "8086:10d3", "net-vm", "ghaf-net-vm"), Assert.Single(plan.Passthrough));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public void Rejects_what_is_no_plan(string text)
    {
        File.WriteAllText(_path, text);
        Assert.Contains("can't be read", Assert.Throws<InvalidHostPlanException>(() => HostPlanFile.Read(_path)).Message);
    }

    [Fact]
    public void Rejects_a_file_that_is_not_there() =>
        Assert.Throws<InvalidHostPlanException>(() => HostPlanFile.Read("/nowhere/plan.json"));
}
