// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;

namespace Ghaf.Cli.Tests.Checking;

public class GatewayStatementTests
{
    private const string Lease = "2: outside    inet 10.0.2.15/24 metric 1024 brd 10.0.2.255 scope global dynamic outside\\  valid_lft 86000sec\n";

    [Fact]
    public Task Accepts_the_native_driver_on_the_plans_card() =>
        Some.Accepts(new UplinkVmDrivesTheCard(), Driver("e1000e", "8086:10d3"), "8086:10d3, driver e1000e");

    [Theory]
    [InlineData("virtio_net", "1af4:1041")]
    [InlineData("e1000e", "8086:100e")]
    public Task Rejects_another_card_or_driver(string driver, string id) =>
        Some.Rejects(new UplinkVmDrivesTheCard(), Driver(driver, id), "expected 8086:10d3, e1000e");

    [Fact]
    public Task Accepts_an_address_by_DHCP() =>
        Some.Accepts(new UplinkVmHasALease(), new FakeDevice().Answers("net-vm", "ip -4", Lease), "10.0.2.15/24, dynamic");

    [Theory]
    [InlineData("")]
    [InlineData("2: outside    inet 10.0.2.15/24 scope global outside")]
    public Task Rejects_no_address_or_a_fixed_one(string answer) =>
        Some.Rejects(new UplinkVmHasALease(), new FakeDevice().Answers("net-vm", "ip -4", answer), "outside");

    [Fact]
    public async Task Rejects_a_plan_in_which_no_VM_has_an_uplink()
    {
        var context = Some.Context(new FakeDevice()) with { Plan = Repository.Plan with { Vms = [.. Repository.Plan.Vms.Where(vm => !vm.Routes)] } };
        await Assert.ThrowsAsync<StatementNotCheckedException>(() => new UplinkVmHasALease().CheckAsync(context, CancellationToken.None));
    }

    [Theory]
    [InlineData("policy drop", "policy drop", true)]
    [InlineData("policy accept", "policy drop", false)]
    [InlineData("policy drop", "policy accept", false)]
    public async Task Both_chains_of_every_VM_that_routes_have_to_drop(string input, string forward, bool holds)
    {
        foreach (var vm in (string[])["net-vm", "ids-vm"])
        {
            var device = new FakeDevice().Answers("net-vm", "nft", "policy drop").Answers("ids-vm", "nft", "policy drop")
                .Answers(vm, "ghaf input", input).Answers(vm, "ghaf forward", forward);
            Assert.Equal(holds, (await new GatewaysRefuseByDefault().CheckAsync(Some.Context(device), CancellationToken.None)).Holds);
        }
    }

    [Fact]
    public Task Accepts_servers_that_answer_every_VM() => Some.Accepts(
        new GatewaysServeDhcpAndDns(),
        Servers("active", Sockets),
        "net-vm: dnsmasq is active, ids-vm looked up web.outside.test; ids-vm: dnsmasq is active, curl-vm and plain-vm looked up");

    [Fact]
    public async Task Rejects_a_dead_server_a_missing_socket_and_a_VM_without_an_answer()
    {
        await Some.Rejects(new GatewaysServeDhcpAndDns(), Servers("failed", Sockets), "net-vm: dnsmasq is failed");
        await Some.Rejects(
            new GatewaysServeDhcpAndDns(), Servers("active", Sockets).Answers("ids-vm", "is-active", "failed"), "ids-vm: dnsmasq is failed");
        await Some.Rejects(new GatewaysServeDhcpAndDns(), Servers("active", "UNCONN 0 0 0.0.0.0:67 0.0.0.0:*"), "sockets: ");
        var deaf = Repository.Plan.Links[1].Client.Value;
        await Some.Rejects(
            new GatewaysServeDhcpAndDns(), Servers("active", Sockets).Answers(deaf, "getent", "", exitCode: 1), $"{deaf} cannot look up");
    }

    [Fact]
    public async Task Accepts_a_scan_that_finds_DNS_and_noticed_the_opening()
    {
        var device = Scanned(opened: "7777\ndone\n", all: "53\ndone\n");
        await Some.Accepts(new GatewaysOfferOnlyDnsOverTcp(), device, "all that listen (53, 7777): 53; with an opening the scan found 7777");
        Assert.All(["net-vm", "ids-vm"], gateway =>
        {
            Assert.Contains($"{gateway}: nft -f /etc/nftables.conf", device.Asked);
            Assert.Contains($"{gateway}: systemctl stop ghaf-probe.service", device.Asked);
        });
    }

    [Theory]
    [InlineData("done\n", "53\ndone\n", "the scan is blind")]
    [InlineData("7777\ndone\n", "22\n53\ndone\n", "reaches 22, 53")]
    [InlineData("7777\ndone\n", "done\n", "not even DNS")]
    public Task Rejects_a_blind_scan_and_any_other_open_port(string opened, string all, string evidence) =>
        Some.Rejects(new GatewaysOfferOnlyDnsOverTcp(), Scanned(opened, all), evidence);

    [Fact]
    public Task Rejects_an_open_port_of_a_gateway_that_is_behind_another_one() => Some.Rejects(
        new GatewaysOfferOnlyDnsOverTcp(),
        Scanned("7777\ndone\n", "53\ndone\n").Answers("curl-vm", " 1 2 3 4 ", "22\n53\ndone\n"),
        "ids-vm: curl-vm reaches 22, 53");

    [Fact]
    public Task Rejects_UDP_when_nothing_arrives_even_with_an_opening() => Some.Rejects(
        new GatewaysOfferOnlyTheirServicesOverUdp(),
        new FakeDevice()
            .Answers("net-vm", "", "").Answers("ids-vm", "", "")
            .Answers("net-vm", "grep -q probe", "", exitCode: 1),
        "the probe is blind");

    [Fact]
    public Task Rejects_a_datagram_that_arrives_without_an_opening() => Some.Rejects(
        new GatewaysOfferOnlyTheirServicesOverUdp(),
        new FakeDevice().Answers("net-vm", "", "").Answers("ids-vm", "", ""),
        "net-vm: a datagram from ids-vm to port 7777 arrived");

    private static FakeDevice Driver(string driver, string id) => new FakeDevice()
        .Answers("net-vm", "device/driver", driver).Answers("net-vm", "cat vendor", id);

    private const string Sockets = "UNCONN 0 0 0.0.0.0:67 0.0.0.0:*\nUNCONN 0 0 0.0.0.0:53 0.0.0.0:*\n";

    private static FakeDevice Servers(string state, string sockets)
    {
        var device = new FakeDevice().Answers("net-vm", "is-active", state).Answers("net-vm", "ss -Hlun", sockets)
            .Answers("ids-vm", "is-active", state).Answers("ids-vm", "ss -Hlun", sockets);
        return Repository.Plan.Links.Aggregate(device, (d, link) => d.Answers(link.Client.Value, "getent", "10.0.2.2 web.outside.test"));
    }

    [Fact]
    public Task Rejects_a_list_of_listeners_without_the_one_that_was_started() => Some.Rejects(
        new GatewaysOfferOnlyDnsOverTcp(),
        Scanned("7777\ndone\n", "53\ndone\n", listening: "LISTEN 0 32 10.71.1.1:53 0.0.0.0:*\n"),
        "the list of listeners is blind: it has 53");

    private static FakeDevice Scanned(
        string opened, string all,
        string listening = "LISTEN 0 32 10.71.1.1:53 0.0.0.0:*\nLISTEN 0 32 [::]:53 [::]:*\nLISTEN 0 1 10.71.1.1:7777 0.0.0.0:*\n") =>
        new FakeDevice()
            .Answers("net-vm", "", "").Answers("net-vm", "ss -Hltn", listening)
            .Answers("ids-vm", "", "").Answers("ids-vm", "ss -Hltn", listening)
            .Answers("ids-vm", " 1 2 3 4 ", all).Answers("ids-vm", " 7776 7777 ", opened)
            .Answers("curl-vm", " 1 2 3 4 ", all).Answers("curl-vm", " 7776 7777 ", opened);
}
