// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class NetworkChecksTests
{
    private static readonly VmSpec Ids = VmSpec.Named("ids-vm").Gateway("net-vm").Routes();

    [Theory]
    [InlineData("nobody-vm")]
    [InlineData("app-vm")]
    [InlineData("modem-vm")]
    public void Rejects_a_gateway_that_does_not_route(string gateway)
    {
        var modem = VmSpec.Named("modem-vm").Devices(["wifi"]).Uplink("wifi");
        var diagnostic = Sample.Mistake(Sample.Device(Sample.Net, Sample.App, modem, VmSpec.Named("other-vm").Gateway(gateway)));
        Assert.Equal("GHAF006", diagnostic.Id);
        Assert.Equal($"has the gateway “{gateway}”, which is not a VM that routes", diagnostic.Message);
    }

    [Fact]
    public void Accepts_a_gateway_that_is_behind_another_one() => Assert.Equal(
        ["ids-vm → net-vm", "app-vm → ids-vm"],
        Sample.Plan(Sample.Net, Ids, VmSpec.Named("app-vm").Gateway("ids-vm")).Links.Select(l => $"{l.Client} → {l.Gateway}"));

    [Fact]
    public void Rejects_a_VM_that_routes_and_reaches_nothing_itself()
    {
        var diagnostic = Sample.Mistake(VmSpec.Named("ids-vm").Routes());
        Assert.Equal("GHAF030", diagnostic.Id);
        Assert.Equal("routes for others and has neither an uplink nor a gateway", diagnostic.Message);
        Assert.Equal("GHAF030", Sample.Mistake(VmSpec.Named("ids-vm").Routes().NoRoute()).Id);
    }

    [Fact]
    public void Rejects_gateways_that_form_a_circle()
    {
        var diagnostic = Sample.Mistake(Sample.Device(
            Sample.Net, VmSpec.Named("a-vm").Routes().Gateway("b-vm"), VmSpec.Named("b-vm").Routes().Gateway("a-vm"),
            VmSpec.Named("other-vm").Gateway("a-vm")));
        Assert.Equal("GHAF031", diagnostic.Id);
        Assert.Equal("is behind itself: a-vm → b-vm → a-vm", diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_VM_that_is_its_own_gateway() =>
        Assert.Equal("is behind itself: a-vm → a-vm", Sample.Mistake(VmSpec.Named("a-vm").Routes().Gateway("a-vm")).Message);

    [Fact]
    public void Rejects_a_VM_that_waits_for_one_behind_it_as_a_circle_of_starts() => Assert.Equal(
        "GHAF021",
        Sample.Mistake(Sample.Device(Sample.Net, Ids.StartAfter(["app-vm"]), VmSpec.Named("app-vm").Gateway("ids-vm"))).Id);

    [Fact]
    public void Rejects_a_VM_that_reaches_nothing_without_saying_so()
    {
        var diagnostic = Sample.Mistake(VmSpec.Named("lone-vm"));
        Assert.Equal("GHAF027", diagnostic.Id);
        Assert.Contains("NoRoute()", diagnostic.Mend);
    }

    [Fact]
    public void Rejects_a_MAC_address_that_another_VM_has()
    {
        var taken = MacAddress.Parse("02:00:00:00:00:01");
        var diagnostic = Sample.Mistake(Sample.Device(
            Sample.Net, Sample.App.Mac(taken), VmSpec.Named("other-vm").Gateway("net-vm").Mac(taken)));
        Assert.Equal("GHAF016", diagnostic.Id);
        Assert.Equal("has 02:00:00:00:00:01, as have other-vm", diagnostic.Message);
    }

    [Fact]
    public void Rejects_a_MAC_address_for_many_receivers() => Assert.Equal(
        "GHAF016", Sample.Mistake(Sample.Device(Sample.Net, Sample.App.Mac(MacAddress.Parse("03:00:00:00:00:01")))).Id);

    [Fact]
    public void Accepts_a_MAC_address_of_ones_own() => Assert.Equal(
        "02:00:00:00:00:01",
        Sample.Plan(Sample.Net, Sample.App.Mac(MacAddress.Parse("02:00:00:00:00:01"))).Links.Single().ClientMac.ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void Rejects_an_opening_that_is_no_port(int port) => Assert.Equal(
        "GHAF022", Sample.Mistake(Sample.Device(Sample.Net, Sample.App.Openings([FirewallOpening.Tcp(port)]))).Id);

    [Fact]
    public void Rejects_an_opening_that_nobody_can_reach() => Assert.Equal(
        "GHAF022", Sample.Mistake(VmSpec.Named("lone-vm").NoRoute().Openings([FirewallOpening.Udp(53)])).Id);
}
