// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class NetworkChecksTests
{
    [Theory]
    [InlineData("nobody-vm")]
    [InlineData("app-vm")]
    public void Rejects_a_gateway_without_uplink(string gateway) => Assert.Equal(
        "GHAF006", Sample.Mistake(Sample.Device(Sample.Net, Sample.App, VmSpec.Named("other-vm").Gateway(gateway))).Id);

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
