// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Checking;

public class CableStatementTests
{
    private const string Foreign = "02:00:00:00:00:07";

    [Fact]
    public Task Accepts_cards_and_neighbours_of_the_plan()
    {
        var link = Repository.Plan.Links.Single(l => l.Client.Value == "curl-vm");
        return Some.Accepts(new VmsHaveTheirCables(), Cabled(), $"curl-vm {link.ClientMac} ↔ {link.GatewayMac} ids-vm");
    }

    [Theory]
    [InlineData("lo 00:00:00:00:00:00", "curl-vm has no card, expected ")]
    [InlineData($"lo 00:00:00:00:00:00\nens3 {Foreign}", $"curl-vm has {Foreign}, expected ")]
    public Task Rejects_a_missing_card_and_another_one(string cards, string evidence) =>
        Some.Rejects(new VmsHaveTheirCables(), Cabled().Answers("curl-vm", "/sys/class/net", cards), evidence);

    [Fact]
    public Task Rejects_a_second_card() => Some.Rejects(
        new VmsHaveTheirCables(),
        Cabled().Answers("curl-vm", "/sys/class/net", Cards("curl-vm") + $"ens9 {Foreign}\n"),
        $"curl-vm has {Foreign}, {Repository.Plan.Links.Single(l => l.Client.Value == "curl-vm").ClientMac}, expected ");

    [Theory]
    [InlineData("curl-vm", "", "curl-vm sees nobody and ids-vm sees ")]
    [InlineData("curl-vm", $"10.71.2.1 dev ens3 lladdr {Foreign} REACHABLE", $"curl-vm sees {Foreign} and ids-vm sees ")]
    [InlineData("ids-vm", "10.71.2.2 FAILED", "and ids-vm sees nobody; expected ")]
    public Task Rejects_somebody_else_at_the_other_end(string vm, string neighbour, string evidence) =>
        Some.Rejects(new VmsHaveTheirCables(), Cabled().Answers(vm, "ip neigh show to 10.71.2", neighbour), evidence);

    [Fact]
    public async Task Accepts_packets_that_every_gateway_counts_on_its_cable()
    {
        var device = Counted();
        await Some.Accepts(new PacketsPassTheirGateways(), device, "ids-vm → net-vm: 3 of 3; curl-vm → ids-vm → net-vm: 3 of 3; plain-vm →");
        Assert.Contains(device.Asked, line => line.StartsWith("net-vm: ") && line.Contains("ip saddr 10.71.2.2 udp dport 9 iifname \"link1\" counter"));
        Assert.Equal(5, device.Asked.Count(line => line.EndsWith("-vm: nft delete table inet ghaf_probe")));
    }

    [Theory]
    [InlineData("net-vm", "0\n0", "0 came to net-vm over link1, its cable to ids-vm, and 0 over others")]
    [InlineData("net-vm", "0\n3", "0 came to net-vm over link1, its cable to ids-vm, and 3 over others")]
    [InlineData("ids-vm", "3\n1", "3 came to ids-vm over link2, its cable to curl-vm, and 1 over others")]
    public Task Rejects_packets_that_go_another_way_and_counters_that_see_nothing(string gateway, string counted, string evidence) =>
        Some.Rejects(new PacketsPassTheirGateways(), Counted().Answers(gateway, "nft list chain", counted), evidence);

    [Fact]
    public async Task Removes_its_counters_when_it_cannot_send()
    {
        var device = Counted().Answers("curl-vm", "nc -u", "", exitCode: 127);
        await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new PacketsPassTheirGateways().CheckAsync(Some.Context(device), CancellationToken.None));
        Assert.EndsWith("nft delete table inet ghaf_probe", device.Asked[^1]);
    }

    [Fact]
    public async Task Accepts_a_gateway_that_drops_whoever_pretends_to_be_another()
    {
        var device = Forging();
        await Some.Accepts(
            new ForgedSendersAreDropped(), device, "curl-vm as 10.71.3.2, and from 02:00:00:00:00:77; plain-vm as 10.71.2.2,");
        Assert.Contains(device.Asked, line => line.StartsWith("curl-vm: ") && line.Contains("-s 10.71.3.2"));
        Assert.Equal(6, device.Asked.Count(line => line.StartsWith("ids-vm: nft delete table inet ghaf_probe") || line.StartsWith("net-vm: nft delete")));
    }

    [Theory]
    [InlineData("curl-vm", "-s 10.71.3.2", 3, 3, "ids-vm let on 3 of 3 that curl-vm sent as 10.71.3.2, and 0 of 3 that it sent from 02:00")]
    [InlineData("plain-vm", "address 02:00", 3, 1, "ids-vm let on 0 of 3 that plain-vm sent as 10.71.2.2, and 1 of 3 that it sent from 02:00")]
    [InlineData("ids-vm", "address 02:00", 0, 0, "net-vm let on 0 of 3 that ids-vm sent as 192.0.2.77, and 0 of 0 that it sent from 02:00")]
    [InlineData("ids-vm", "undo() { :; }", 3, 0, "of 3 datagrams of ids-vm's own, 3 came to net-vm, which let 0 on")]
    public Task Rejects_forged_senders_that_pass_and_a_probe_that_sees_nothing(
        string vm, string how, int arrived, int letOn, string evidence) =>
        Some.Rejects(new ForgedSendersAreDropped(), Forging((vm, how, arrived, letOn)), evidence);

    // Gateways that count: what is sent as it is passes, all else only arrives.
    private static FakeDevice Forging((string Vm, string How, int Arrived, int LetOn)? other = null)
    {
        var (arrived, letOn) = (0, 0);
        var device = new FakeDevice();
        foreach (var gateway in (string[])["net-vm", "ids-vm"])
        {
            device.Answers(gateway, "nft", "").Answers(gateway, "nft list chain", () => $"{arrived}\n{letOn}\n");
        }

        foreach (var vm in (string[])["ids-vm", "curl-vm", "plain-vm"])
        {
            foreach (var (how, passes) in ((string, bool)[])[("undo() { :; }", true), ("-s ", false), ("address 02:00", false)])
            {
                device.Answers(vm, how, () =>
                {
                    var hit = other is { } o && o.Vm == vm && o.How.StartsWith(how, StringComparison.Ordinal);
                    arrived += hit ? other!.Value.Arrived : 3;
                    letOn += hit ? other!.Value.LetOn : passes ? 3 : 0;
                    return "";
                });
            }
        }

        return device;
    }

    private static FakeDevice Cabled()
    {
        var device = new FakeDevice();
        foreach (var vm in Repository.Plan.Vms)
        {
            device.Answers(vm.Name.Value, "/sys/class/net", Cards(vm.Name.Value));
        }

        foreach (var link in Repository.Plan.Links)
        {
            device.Answers(link.Client.Value, "nc -z", "")
                .Answers(link.Client.Value, $"ip neigh show to {link.GatewayAddress}", $"{link.GatewayAddress} dev ens3 lladdr {link.GatewayMac} REACHABLE\n")
                .Answers(link.Gateway.Value, $"ip neigh show to {link.ClientAddress} dev {link.Name}", $"{link.ClientAddress} lladdr {link.ClientMac} STALE\n");
        }

        return device;
    }

    // As the guests list them: loopback, net-vm's own card, a card for each cable.
    private static string Cards(string vm) => string.Concat(
    [
        "lo 00:00:00:00:00:00\n",
        vm == "net-vm" ? "outside 52:54:00:12:34:56\n" : "",
        .. Repository.Plan.Links.Where(l => l.Gateway.Value == vm).Select(l => $"{l.Name} {l.GatewayMac}\n"),
        .. Repository.Plan.Links.Where(l => l.Client.Value == vm).Select(l => $"ens3 {l.ClientMac}\n"),
    ]);

    private static FakeDevice Counted() => new FakeDevice()
        .Answers("net-vm", "nft", "").Answers("net-vm", "nft list chain", "3\n0\n")
        .Answers("ids-vm", "nft", "").Answers("ids-vm", "nft list chain", "3\n0\n")
        .Answers("ids-vm", "nc -u", "").Answers("curl-vm", "nc -u", "").Answers("plain-vm", "nc -u", "");
}
