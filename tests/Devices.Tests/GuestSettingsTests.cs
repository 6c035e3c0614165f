// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Settings;
using Ghaf.Model;
using Ghaf.Rpc;

namespace Ghaf.Devices.Tests;

/// <summary>What the agents of the devices that ship are told, as the agents themselves read it.</summary>
public class GuestSettingsTests
{
    private static readonly CallRule[] Host =
        [new("host", "Guest/*"), new("host", "Applications/*"), new("host", "Units/*"), new("host", "Power/*"), new("host", "Logs/*")];

    public static TheoryData<string> Devices => [.. ShippedDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Every_VMs_agent_takes_its_settings(string device)
    {
        foreach (var plan in await ShippedDevices.PlansAsync(device))
        {
            Assert.All(plan.Vms, vm =>
            {
                var settings = SettingsOf(vm);
                Assert.Equal(vm.Name.Value, settings.Name);
                Assert.Equal(Host, settings.Callers.Where(rule => rule.Caller == "host"));
                Assert.Equal(vm.Applications.Select(Text), settings.Applications.Select(Text));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Other_VMs_may_call_an_agents_methods_that_the_plan_lets_them_and_no_others(string device)
    {
        foreach (var plan in await ShippedDevices.PlansAsync(device))
        {
            Assert.All(plan.Vms, vm => Assert.Equal(
                from caller in plan.Vms
                from call in caller.Calls
                where call.On == vm.Name.Value && ContractMethod.OfGuests.Any(method => new CallRule("any", call.Method).Covers(method.Name))
                orderby caller.Name.Value, call.Method
                select new CallRule(caller.Name.Value, call.Method),
                SettingsOf(vm).Callers.Where(rule => rule.Caller != "host").OrderBy(rule => rule.Caller).ThenBy(rule => rule.Method)));
        }
    }

    [Fact]
    public async Task Gui_vm_may_start_the_applications_of_the_VMs_in_its_launcher()
    {
        var plan = (await ShippedDevices.PlansAsync("lenovo-x1-carbon-gen11")).Single(p => p.Target == "lenovo-x1-carbon-gen11-debug");
        var launched = plan.Vms.Single(vm => vm.Name.Value == "gui-vm").Calls.Where(call => call.Method == "Applications/Start").ToArray();
        Assert.NotEmpty(launched);
        Assert.All(launched, call => Assert.Equal(
            [new CallRule("gui-vm", "Applications/Start")],
            SettingsOf(plan.Vms.Single(vm => vm.Name.Value == call.On)).Callers.Where(rule => rule.Caller == "gui-vm")));
    }

    private static GuestSettings SettingsOf(VmPlan vm) =>
        SettingsFile.Parse(vm.Files.Single(file => file.Path == SettingsFile.Path).Content!, $"{SettingsFile.Path} of {vm.Name}");

    private static string Text(Application application) =>
        $"{application.Id} {application.Title}: {string.Join(' ', application.Command)} "
        + string.Join(' ', application.Arguments.Select(a => $"{a.Name}:{a.Kind}:{a.Required}"));

    private static string Text(ApplicationSettings application) =>
        $"{application.Id} {application.Title}: {string.Join(' ', application.Command)} "
        + string.Join(' ', application.Arguments.Select(a => $"{a.Name}:{a.Kind}:{a.Required}"));
}
