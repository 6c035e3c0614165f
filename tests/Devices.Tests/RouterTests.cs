// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>What the VMs that route are told, on the devices that ship.</summary>
public class RouterTests
{
    public static TheoryData<string> Devices => [.. ShippedDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Where_there_is_an_ids_vm_every_application_VM_is_behind_it(string device)
    {
        foreach (var plan in await ShippedDevices.PlansAsync(device))
        {
            string[] system = ["net-vm", "ids-vm", "admin-vm"];
            var gateway = plan.Vms.Any(vm => vm.Name.Value == "ids-vm") ? "ids-vm" : "net-vm";
            Assert.All(
                plan.Links.Where(link => !system.Contains(link.Client.Value)), link => Assert.Equal(gateway, link.Gateway.Value));
            Assert.All(plan.Links.Where(link => system.Contains(link.Client.Value)), link => Assert.Equal("net-vm", link.Gateway.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Addresses_are_translated_only_where_the_machines_card_leads_outside(string device) => Assert.All(
        (await ShippedDevices.PlansAsync(device)).SelectMany(plan => plan.Vms).Where(vm => vm.Routes),
        vm => Assert.Equal(vm.Uplink is not null, Text(vm, "/etc/nftables.conf").Contains("masquerade")));

    [Fact]
    public async Task A_gateway_accepts_a_cables_own_card_and_addresses_and_no_others()
    {
        var plan = await PlanAsync();
        foreach (var link in plan.Links)
        {
            var rules = Text(plan.Vms.Single(vm => vm.Name == link.Gateway), "/etc/nftables.conf").Split('\n').Select(line => line.Trim()).ToArray();
            string[] senders = [$"{link.ClientAddress}", .. link.Behind.Select(address => address.ToString())];
            Assert.Contains($"iifname \"{link.Name}\" ether saddr != {link.ClientMac} counter drop", rules);
            Assert.Contains($"iifname \"{link.Name}\" ip saddr != {{ 0.0.0.0, {string.Join(", ", senders)} }} counter drop", rules);
            Assert.Equal(
                senders.Select(sender => $"iifname \"{link.Name}\" ip saddr {sender} oifname \"outside\" counter accept"),
                rules.Where(rule => rule.StartsWith($"iifname \"{link.Name}\"") && rule.Contains("oifname")));
        }
    }

    [Fact]
    public async Task Net_vm_knows_the_way_back_to_the_VMs_behind_ids_vm_and_to_nobody_else()
    {
        var plan = await PlanAsync();
        var link = plan.Links.Single(l => l.Client.Value == "ids-vm");
        var routes = Text(plan.Vms.Single(vm => vm.Name.Value == "net-vm"), $"/etc/systemd/network/20-{link.Name}.network")
            .Split('\n').Where(line => line.StartsWith("Destination=") || line.StartsWith("Gateway="));
        Assert.Equal(
            plan.Links.Where(l => l.Gateway.Value == "ids-vm").SelectMany(l => (string[])[$"Destination={l.ClientAddress}/32", "Gateway=10.71.1.2"]),
            routes);
    }

    [Fact]
    public async Task Ids_vm_has_its_address_without_asking_and_asks_net_vm_for_names()
    {
        var ids = (await PlanAsync()).Vms.Single(vm => vm.Name.Value == "ids-vm");
        var network = Text(ids, "/etc/systemd/network/50-uplink.network");
        Assert.Contains("Address=10.71.1.2/30\nGateway=10.71.1.1\n", network);
        Assert.DoesNotContain("DHCP", network);
        Assert.Contains("no-resolv\nserver=10.71.1.1\n", Text(ids, "/etc/ghaf/dnsmasq.conf"));
    }

    [Fact]
    public async Task Ids_vm_hands_all_that_it_forwards_and_is_asked_for_names_to_the_inspector_and_has_no_way_without_it()
    {
        var plan = await PlanAsync();
        var ids = plan.Vms.Single(vm => vm.Name.Value == "ids-vm");
        var rules = Text(ids, "/etc/nftables.conf");
        Assert.Contains("type filter hook forward priority filter - 10; policy drop;\n    ip hdrlength > 5 counter drop\n    ct state invalid counter drop\n    counter queue to 0\n", rules);
        Assert.Contains("iifname { \"link2\", \"link3\" } meta l4proto { tcp, udp } th dport 53 counter queue to 0", rules);
        Assert.Contains("oifname { \"link2\", \"link3\" } meta l4proto { tcp, udp } th sport 53 counter queue to 0", rules);
        Assert.DoesNotContain("bypass", rules);
        Assert.DoesNotContain("queue", Text(plan.Vms.Single(vm => vm.Name.Value == "net-vm"), "/etc/nftables.conf"));
    }

    [Fact]
    public async Task The_inspectors_rules_have_names_for_the_VMs_behind_it_and_for_their_gateway() => Assert.Contains(
        """
            VMS: "[10.71.2.2,10.71.3.2]"
            GATEWAYS: "[10.71.2.1,10.71.3.1]"
            DEVICE: "10.71.0.0/16"
        """,
        Text((await PlanAsync()).Vms.Single(vm => vm.Name.Value == "ids-vm"), "/etc/ghaf/ids/addresses.yaml"));

    private static string Text(VmPlan vm, string path) => vm.Files.Single(file => file.Path == path).Content!;

    private static async Task<DevicePlan> PlanAsync() =>
        (await ShippedDevices.PlansAsync("vm")).Single(plan => plan.Target == "vm-debug");
}
