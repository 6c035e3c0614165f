// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class VmStatementTests
{
    [Fact]
    public async Task Accepts_the_registered_addresses_and_rejects_others()
    {
        var device = new FakeDevice();
        foreach (var link in Repository.Plan.Links)
        {
            device.Answers(link.Client.Value, "ip -4", $"2: ens3    inet {link.ClientAddress}/{link.PrefixLength} brd x scope global ens3\n");
        }

        await Some.Rejects(new VmsHaveTheirAddresses(), device, "ids-vm has 10.71.1.2/30, expected 10.71.1.2/30, 10.71.2.1/30, 10.71.3.1/30");
        device.Answers("ids-vm", "ip -4", """
            2: outside    inet 10.71.1.2/30 scope global outside
            3: link2    inet 10.71.2.1/30 scope global link2
            4: link3    inet 10.71.3.1/30 scope global link3
            """);
        await Some.Accepts(new VmsHaveTheirAddresses(), device, "ids-vm 10.71.1.2/30 10.71.2.1/30 10.71.3.1/30, curl-vm 10.71.2.2/30");
        device.Answers("plain-vm", "ip -4", "");
        await Some.Rejects(new VmsHaveTheirAddresses(), device, "plain-vm has no address");
        device.Answers("plain-vm", "ip -4", "2: ens3    inet 192.168.0.9/24 scope global ens3\n");
        await Some.Rejects(new VmsHaveTheirAddresses(), device, "plain-vm has 192.168.0.9/24, expected ");
    }

    [Fact]
    public async Task Accepts_the_page_of_this_run_and_rejects_any_other()
    {
        await Some.Accepts(new PageIsFetchedByName(), new FakeDevice().Answers("curl-vm", "curl", Some.Token + "\n"), Some.Token);
        await Some.Rejects(new PageIsFetchedByName(), new FakeDevice().Answers("curl-vm", "curl", "<html>"), "“<html>” instead of");
    }

    [Fact]
    public async Task Accepts_VMs_that_only_the_gateway_reaches() =>
        await Some.Accepts(
            new VmsCannotReachEachOther(),
            Probed(gateway: 0, vms: 1),
            "admin-vm ↛ ids-vm, curl-vm ↛ ids-vm, plain-vm ↛ ids-vm, net-vm ↛ curl-vm, admin-vm ↛ curl-vm, plain-vm ↛ curl-vm, "
            + "net-vm ↛ plain-vm, admin-vm ↛ plain-vm, curl-vm ↛ plain-vm");

    [Theory]
    [InlineData(0, 0, "reaches")]
    [InlineData(1, 1, "the probe is blind: net-vm does not reach 10.71.1.2:7777 in ids-vm")]
    public Task Rejects_VMs_that_reach_each_other_and_a_blind_probe(int gateway, int vms, string evidence) =>
        Some.Rejects(new VmsCannotReachEachOther(), Probed(gateway, vms), evidence);

    [Fact]
    public Task Rejects_the_gateway_of_a_gateway_that_reaches_a_VM() => Some.Rejects(
        new VmsCannotReachEachOther(), Probed(gateway: 0, vms: 1).Answers("net-vm", "nc -z -w 5", ""), "net-vm reaches 10.71.2.2:7777 in curl-vm");

    [Fact]
    public async Task Opens_the_firewall_of_a_gateway_only_while_it_proves_the_probe()
    {
        var device = Probed(gateway: 0, vms: 1);
        await Some.Accepts(new VmsCannotReachEachOther(), device, "their gateways reach the same listeners");
        var asked = device.Asked.Where(line => line.StartsWith("ids-vm: nft ") || line.EndsWith("nc -z -w 5 10.71.1.2 7777")).ToArray();
        Assert.Equal(
            [
                "ids-vm: nft insert rule inet ghaf input tcp dport 7777 accept",
                "net-vm: nc -z -w 5 10.71.1.2 7777",
                "ids-vm: nft -f /etc/nftables.conf",
                "admin-vm: nc -z -w 5 10.71.1.2 7777",
                "curl-vm: nc -z -w 5 10.71.1.2 7777",
                "plain-vm: nc -z -w 5 10.71.1.2 7777",
            ],
            asked);
    }

    [Fact]
    public async Task Accepts_a_host_that_no_VM_reaches_and_rejects_one_that_some_VM_does()
    {
        var device = new FakeDevice().Answers(FakeDevice.Host, "", "").Answers(FakeDevice.Host, "PrivateNetwork", "yes")
            .Answers("ids-vm", "nc -z", "", exitCode: 1)
            .Answers("curl-vm", "nc -z", "", exitCode: 1).Answers("plain-vm", "nc -z", "", exitCode: 1);
        await Some.Accepts(new VmsCannotReachHost(), device, "from no VM");
        await Some.Rejects(new VmsCannotReachHost(), device.Answers("plain-vm", "nc -z", ""), "plain-vm reaches port 7777");
        await Some.Rejects(
            new VmsCannotReachHost(), device.Answers(FakeDevice.Host, "PrivateNetwork", "no"), "shares the host's network");
    }

    [Fact]
    public async Task Accepts_readiness_over_vsock_and_rejects_everything_else()
    {
        var device = new FakeDevice().Reports(Some.AllReady);
        Repository.Plan.Vms.ToList().ForEach(vm => device.Answers(vm.Name.Value, "vmm.notify_socket", "vsock-stream:2:9999"));
        await Some.Accepts(new ReadinessCameOverVsock(), device, "net-vm after 30.0 s");
        device.Reports(Some.With("curl-vm", vm => vm with { State = VmState.Failed, Reason = "exit 1" }));
        await Some.Rejects(new ReadinessCameOverVsock(), device, "curl-vm is failed. exit 1");
        await Some.Rejects(
            new ReadinessCameOverVsock(),
            device.Reports(Some.AllReady).Answers("net-vm", "vmm.notify_socket", "/run/notify"),
            "net-vm reports to “/run/notify”");
    }

    [Fact]
    public async Task Accepts_a_killed_VM_that_comes_back_alone()
    {
        var back = Some.With("curl-vm", vm => vm with { Restarts = 1, ReadySince = DateTimeOffset.UnixEpoch.AddMinutes(1) });
        var device = new FakeDevice().Reports(Some.AllReady);
        device.OnAsk = _ => device.Reports(back);
        await Some.Accepts(new KilledHypervisorComesBack(), device, "curl-vm was ready again");
        Assert.Contains("Kill curl-vm", device.Asked);
    }

    [Fact]
    public async Task Rejects_a_kill_that_takes_another_VM_along()
    {
        var both = Some.AllReady with { Vms = [.. Some.AllReady.Vms.Select(vm => vm with { Restarts = 1 })] };
        var device = new FakeDevice().Reports(Some.AllReady);
        device.OnAsk = _ => device.Reports(both);
        await Some.Rejects(new KilledHypervisorComesBack(), device, "net-vm was disturbed");
    }

    [Fact]
    public async Task Gives_up_on_a_VM_that_does_not_come_back()
    {
        var device = new FakeDevice().Reports(Some.AllReady);
        var context = Some.Context(device, limit: TimeSpan.Zero);
        var late = await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new KilledHypervisorComesBack().CheckAsync(context, CancellationToken.None));
        Assert.Contains("curl-vm was not ready again within 0 s; it is ready.", late.Message);
    }

    [Fact]
    public async Task Accepts_a_broken_VM_that_says_why_and_mends_it()
    {
        var failed = Some.With("plain-vm", vm => vm with { State = VmState.Failed, Reason = "exit-code 3" });
        var device = new FakeDevice().Answers(FakeDevice.Host, "", "").Reports(Some.AllReady, failed, failed, Some.AllReady);
        await Some.Accepts(new VmThatCannotStartIsFailed(), device, "plain-vm failed: exit-code 3");
        Assert.Contains("rm -rf /run/systemd/system/ghaf-vm-plain-vm.service.d", device.Asked[^1]);
    }

    [Fact]
    public Task Rejects_a_failure_without_a_reason()
    {
        var failed = Some.With("plain-vm", vm => vm with { State = VmState.Failed });
        var device = new FakeDevice().Answers(FakeDevice.Host, "", "").Reports(Some.AllReady, failed, failed, Some.AllReady);
        return Some.Rejects(new VmThatCannotStartIsFailed(), device, "without a reason");
    }

    private static FakeDevice Probed(int gateway, int vms) => new FakeDevice()
        .Answers("ids-vm", "systemctl", "").Answers("curl-vm", "systemctl", "").Answers("plain-vm", "systemctl", "")
        .Answers("ids-vm", "nft", "").Answers("ids-vm", "nc -z -w 5", "", gateway)
        .Answers("net-vm", "nc -z -w 5", "", vms).Answers("net-vm", "nc -z -w 5 10.71.1.2", "", gateway)
        .Answers("admin-vm", "nc -z -w 5", "", 1)
        .Answers("curl-vm", "nc -z -w 5", "", vms).Answers("plain-vm", "nc -z -w 5", "", vms);
}
