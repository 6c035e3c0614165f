// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Cli;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>What is documented of the devices, against what they are.</summary>
public class DocumentedDeviceTests
{
    private static readonly string[] Documented =
    [
        "vm", "generic-x86_64", "lenovo-x1-carbon-gen10", "lenovo-x1-carbon-gen11", "nvidia-jetson-orin-agx",
        "nvidia-jetson-orin-nx", "imx8qm-mek", "imx8mp-evk", "microchip-icicle-kit",
    ];

    [Fact]
    public void Every_documented_device_has_a_definition() => Assert.Equal(Documented.Order(), ShippedDevices.Names.Order());

    [Fact]
    public async Task Every_device_has_a_debug_and_a_release_target()
    {
        foreach (var device in Documented)
        {
            var targets = (await ShippedDevices.SealAsync(device)).Select(target => target.Name).ToList();
            Assert.Contains($"{device}-debug", targets);
            Assert.Contains($"{device}-release", targets);
        }
    }

    [Theory]
    [InlineData("lenovo-x1-carbon-gen10-debug-installer")]
    [InlineData("lenovo-x1-carbon-gen11-release-installer")]
    [InlineData("nvidia-jetson-orin-agx-debug-flash-script")]
    [InlineData("nvidia-jetson-orin-nx-release-flash-script")]
    public async Task Outputs_are_those_of_the_documentation(string target)
    {
        var device = Documented.Single(name => target.StartsWith(name + "-"));
        Assert.Contains(await ShippedDevices.SealAsync(device), sealedTarget => sealedTarget.Name == target);
    }

    [Theory]
    [InlineData("lenovo-x1-carbon-gen10")]
    [InlineData("lenovo-x1-carbon-gen11")]
    public async Task The_reference_laptops_have_their_seven_VMs(string device) => Assert.Equal(
        ["admin-vm", "chromium-vm", "gala-vm", "gui-vm", "ids-vm", "net-vm", "zathura-vm"],
        (await PlanAsync(device, $"{device}-debug")).Vms.Select(vm => vm.Name.Value).Order());

    [Fact]
    public async Task The_launcher_may_start_applications_only_where_there_are_some()
    {
        var gui = (await PlanAsync("lenovo-x1-carbon-gen11", "lenovo-x1-carbon-gen11-release")).Vms.Single(vm => vm.Name.Value == "gui-vm");
        Assert.Equal(
            ["chromium-vm", "gala-vm", "zathura-vm"],
            gui.Calls.Where(call => call.Method == "Applications/Start").Select(call => call.On).Order());
    }

    [Theory]
    [InlineData("vm-debug")]
    [InlineData("vm-release")]
    [InlineData("vm-headless-debug")]
    [InlineData("vm-headless-release")]
    public async Task The_emulated_reference_device_can_be_built_and_run(string target) =>
        BuildSupport.RequireEmulation(await PlanAsync("vm", target));

    [Theory]
    [InlineData("vm-host-only-debug")]
    [InlineData("vm-no-virtualization-debug")]
    public async Task Without_VMs_it_can_be_built(string target) => BuildSupport.RequireBuild(await PlanAsync("vm", target));

    [Fact]
    public async Task The_table_of_devices_is_as_they_are()
    {
        var page = new StringBuilder("""
            # Devices

            The definitions in `devices/`. A target is `DEVICE-PROFILE`, such as `vm-debug`; a variant other than the default stands
            before the profile, an output other than the image after it: `lenovo-x1-carbon-gen11-headless-release-installer`. Profiles are
            `debug` and `release`. Facts of the machines and where they are known from: `modules/Hardware/`.

            What this version builds are images of the variants in the last column. `ghaf build` says of every other target what it
            does not have for it yet.

            | Device | Machine | VMs | Variants | Outputs | Built now |
            |---|---|---|---|---|---|

            """);
        foreach (var device in Documented)
        {
            var plans = await ShippedDevices.PlansAsync(device);
            var first = plans[0];
            var built = plans.Where(p => BuildSupport.MissingToBuild(p).IsEmpty).Select(p => p.Variant);
            page.Append($"| `{device}` | {first.Hardware.Architecture}, {first.Hardware.Cores} cores, {first.Hardware.Memory} ")
                .Append($"| {Listed(first.Vms.Select(vm => vm.Name.Value))} | {Listed(plans.Select(p => p.Variant))} ")
                .Append($"| {Listed(plans.Select(p => p.Output))} | {Listed(built)} |\n");
        }

        Golden.Matches("docs/reference/devices.md", page.ToString());
    }

    [Fact]
    public async Task The_tables_of_who_reaches_whom_are_as_the_definitions_are()
    {
        var page = new StringBuilder("""
            # Who reaches whom

            What the definitions in `devices/` allow, of the release in the default variant; everything else is denied. `ghaf run TARGET --check`
            holds a running device against it, with probes that are first seen to see: cables, addresses and senders, all TCP ports and a
            datagram to any other port of each gateway, and every method of every service called by every VM.

            VMs have cables to their gateways only. A gateway reaches all ports of the VMs behind it.

            """);
        foreach (var device in Documented)
        {
            page.Append(ReachabilityPage.Of(await PlanAsync(device, $"{device}-release")));
        }

        Golden.Matches("docs/reference/reachability.md", page.ToString());
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Distinct()) is { Length: > 0 } list ? list : "none";

    private static async Task<DevicePlan> PlanAsync(string device, string target) =>
        (await ShippedDevices.PlansAsync(device)).Single(plan => plan.Target == target);
}
