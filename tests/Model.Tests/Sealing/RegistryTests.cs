// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class RegistryTests
{
    private readonly DevicePlan _plan =
        Sample.Plan(Sample.App, Sample.Net, VmSpec.Named("other-vm").Gateway("net-vm"));

    [Fact]
    public void Gateways_start_before_their_clients() =>
        Assert.Equal(["net-vm", "app-vm", "other-vm"], _plan.Vms.Select(vm => vm.Name.Value));

    [Fact]
    public void Every_number_is_given_once()
    {
        Assert.Equal(3, _plan.Vms.Select(vm => vm.Cid).Distinct().Count());
        Assert.Equal(3, _plan.Vms.Select(vm => vm.Uid).Distinct().Count());
        Assert.Equal(4, _plan.Links.SelectMany(l => (MacAddress[])[l.GatewayMac, l.ClientMac]).Distinct().Count());
        Assert.Equal(4, _plan.Links.SelectMany(l => (object[])[l.GatewayAddress, l.ClientAddress]).Distinct().Count());
    }

    [Fact]
    public void No_two_VMs_share_a_network()
    {
        Assert.All(_plan.Links, link => Assert.Equal(30, link.PrefixLength));
        Assert.Equal(["10.71.1.2", "10.71.2.2"], _plan.Links.Select(l => l.ClientAddress.ToString()));
    }

    [Fact]
    public void A_MAC_address_stays_when_another_VM_comes() => Assert.Equal(
        Sample.Plan(Sample.Net, Sample.App).Links.Single().ClientMac,
        _plan.Links.Single(l => l.Client.Value == "app-vm").ClientMac);

    [Fact]
    public void A_link_knows_who_is_behind_its_client()
    {
        var plan = Sample.Plan(
            Sample.Net,
            Sample.App,
            VmSpec.Named("ids-vm").Gateway("net-vm").Routes(),
            VmSpec.Named("inner-vm").Gateway("ids-vm").Routes(),
            VmSpec.Named("near-vm").Gateway("ids-vm"),
            VmSpec.Named("far-vm").Gateway("inner-vm"));
        Assert.Equal(
            ["app-vm: ", "ids-vm: 10.71.3.2 10.71.4.2 10.71.5.2", "inner-vm: 10.71.5.2", "near-vm: ", "far-vm: "],
            plan.Links.Select(l => $"{l.Client}: {string.Join(' ', l.Behind)}"));
        Assert.Equal(["inner-vm", "ids-vm", "net-vm"], plan.WayOut(new VmName("far-vm")).Select(l => l.Gateway.Value));
        Assert.Empty(plan.WayOut(new VmName("net-vm")));
    }

    [Fact]
    public void A_plan_says_who_routes_and_which_way_goes_outside() => Assert.Equal(
        [("net-vm", null, true, "ethernet"), ("app-vm", "net-vm", false, null)],
        Sample.Plan(Sample.Net, Sample.App).Vms.Select(vm => (vm.Name.Value, vm.Gateway?.Value, vm.Routes, vm.Uplink)));

    [Fact]
    public void Files_know_the_links_of_their_VM()
    {
        var net = Sample.Net
            .Files([FileSpec.Rendered("/serves", vm => string.Join(' ', vm.Serves.Select(l => l.Client)))])
            .FilesForLink(link => [FileSpec.Text($"/links/{link.Name}", $"{link.ClientAddress}")]);
        var files = Sample.Plan(net, Sample.App).Vms[0].Files.ToDictionary(f => f.Path, f => f.Content);
        Assert.Equal("app-vm", files["/serves"]);
        Assert.Equal("10.71.1.2", files["/links/link1"]);
    }

    [Fact]
    public void Files_know_who_may_call_their_VM_and_what_may_be_started_in_it()
    {
        var told = FileSpec.Rendered(
            "/told", vm => $"{string.Join(", ", vm.Callers.Select(c => $"{c.Caller} {c.Method}"))}; {string.Join(", ", vm.Applications)}");
        var plan = Sample.Plan(
            Sample.Net.Files([told]).Calls([new AllowedCall("app-vm", "Guest/GetStatus"), new AllowedCall("host", "Power/Reboot")]),
            Sample.App.Files([told]).Applications([new Application("edit", "Edit", ["/usr/bin/edit"])])
                .Calls([new AllowedCall("other-vm", "Units/*")]),
            VmSpec.Named("other-vm").Gateway("net-vm").Files([told])
                .Calls([new AllowedCall("app-vm", "Applications/Start"), new AllowedCall("app-vm", "Applications/Stop")]));
        Assert.Equal(
            [
                "net-vm: ; ",
                "app-vm: net-vm Guest/GetStatus, other-vm Applications/Start, other-vm Applications/Stop; Edit: /usr/bin/edit",
                "other-vm: app-vm Units/*; ",
            ],
            plan.Vms.Select(vm => $"{vm.Name}: {vm.Files.Single(file => file.Path == "/told").Content}"));
    }
}
