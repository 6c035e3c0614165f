// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public partial class FaultStatementTests
{
    private readonly List<LogLine> _lines = [];

    [Fact]
    public Task Accepts_a_program_that_is_there_again() => Some.Accepts(
        Killing("suricata in ids-vm"), Device().Reports(Some.AllReady), "suricata in ids-vm; all was as before after");

    [Fact]
    public Task Accepts_a_VM_that_started_anew() => Some.Accepts(
        Killing("the hypervisor of curl-vm"),
        Device().Reports(Some.AllReady, Some.AllReady, Some.AllReady, Restarted(VmState.Starting), Restarted(VmState.Ready)),
        "1 collected lines are there; of 3 tries meanwhile to get where nobody may, none did");

    [Fact]
    public Task Rejects_a_program_that_does_not_come_back() => Some.Rejects(
        Killing("suricata in ids-vm"), Device().Reports(Some.AllReady).Answers("ids-vm", "kill -9", "it does not come back", 1), "it does not come back");

    [Fact]
    public Task Rejects_a_VM_that_stays_away() => RejectsSoon(
        Killing("the kernel of curl-vm"), Device().Reports(Some.AllReady, Restarted(VmState.Failed)), "curl-vm is failed, restarts 0 → 1");

    [Fact]
    public Task Rejects_another_VM_that_went_down_too() => RejectsSoon(
        Killing("the hypervisor of curl-vm"),
        Device().Reports(Some.AllReady, Some.With("net-vm", vm => vm with { Restarts = 1 })),
        "net-vm was disturbed");

    [Fact]
    public Task Rejects_a_page_that_is_not_fetched_any_more() => RejectsSoon(
        Killing("dnsmasq in ids-vm"), Device().Reports(Some.AllReady).Answers("curl-vm", "curl --silent", ""), "got “” instead of");

    [Fact]
    public Task Rejects_a_VM_that_has_no_address_any_more() => RejectsSoon(
        Killing("dnsmasq in ids-vm"), Device().Reports(Some.AllReady).Answers("plain-vm", "ip -4 -o addr", ""), "plain-vm has no address");

    [Fact]
    public Task Rejects_a_way_that_is_open_meanwhile() => Some.Rejects(
        Killing("suricata in ids-vm"), Device().Reports(Some.AllReady).Answers("plain-vm", "nc -z -w 5", "").Answers("net-vm", "nc -z -w 5", ""), "reached 10.71.2.2:7777 in curl-vm");

    [Fact]
    public Task Rejects_a_call_that_is_answered_meanwhile() => Some.Rejects(
        Killing("suricata in ids-vm"), Device().Reports(Some.AllReady).Answers("net-vm", "guestd try", "Vms/List OK").Answers("ids-vm", "guestd try", "Vms/List OK"), "called Vms/List of the host");

    [Fact]
    public Task Rejects_a_line_that_is_lost()
    {
        var device = Device().Reports(Some.AllReady);
        device.Answers("ids-vm", "kill -9", () =>
        {
            _lines.Clear();
            return "";
        });
        return Some.Rejects(Killing("suricata in ids-vm"), device, "a line of ids-vm is lost that was collected before");
    }

    private static DeviceStatus Restarted(VmState state) => Some.With("curl-vm", vm => vm with { State = state, Restarts = 1 });

    private static KilledPartsComeBack Killing(string part) =>
        new(1, Enumerable.Range(0, 10_000).First(seed => FaultPlan.Of(Repository.Plan, 1, seed)[0].What == part));

    private static async Task RejectsSoon(KilledPartsComeBack statement, FakeDevice device, string evidence)
    {
        var context = new CheckContext(device, Repository.Plan, Some.Token, new HurriedTime(), TimeSpan.FromSeconds(100));
        var result = await statement.CheckAsync(context, CancellationToken.None);
        Assert.False(result.Holds);
        Assert.Contains(evidence, result.Evidence);
    }

    private FakeDevice Device()
    {
        var device = new FakeDevice
        {
            Replies = request => request.Verb == ControlVerb.SearchLogs
                ? new ControlReply(request.Id, Logs: new LogPage(
                    [.. _lines.Where(line => line.Message.Contains(request.Query!.Text!))], new Dictionary<string, ulong>(), false))
                : null,
        };
        foreach (var vm in Repository.Plan.Vms)
        {
            var name = vm.Name.Value;
            var addresses = Repository.Plan.Links.Where(link => link.Gateway == vm.Name).Select(link => $"{link.GatewayAddress}/{link.PrefixLength}")
                .Concat(Repository.Plan.Links.Where(link => link.Client == vm.Name).Select(link => $"{link.ClientAddress}/{link.PrefixLength}"));
            device.Answers(name, "", "")
                .Answers(name, "ip -4 -o addr", string.Join('\n', addresses.Select(address => $"2: eth0 inet {address} scope global")))
                .Answers(name, "nc -z -w 5", "", vm.Name.Value == "ids-vm" ? 0 : 1)
                .Answers(name, "guestd try", "Vms/List PermissionDenied")
                .Answers(name, "systemd-cat", () =>
                {
                    _lines.Add(new LogLine(name, 1, default, 6, "ghaf-check", 1, Written().Match(device.Asked[^1]).Groups[1].Value, ""));
                    return "";
                });
        }

        return device.Answers("curl-vm", "curl --silent", Some.Token);
    }

    [GeneratedRegex("echo '([^']+)'")]
    private static partial Regex Written();
}
