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
    public void Files_know_the_links_of_their_VM()
    {
        var net = Sample.Net
            .Files([FileSpec.Rendered("/serves", vm => string.Join(' ', vm.Serves.Select(l => l.Client)))])
            .FilesForLink(link => [FileSpec.Text($"/links/{link.Name}", $"{link.ClientAddress}")]);
        var files = Sample.Plan(net, Sample.App).Vms[0].Files.ToDictionary(f => f.Path, f => f.Content);
        Assert.Equal("app-vm", files["/serves"]);
        Assert.Equal("10.71.1.2", files["/links/link1"]);
    }
}
