// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class AgentStatementTests
{
    private const string Try = "/usr/lib/ghaf/vmd try-agents";
    private static readonly string[] Names = [.. Repository.Plan.Vms.Select(vm => vm.Name.Value)];

    // As vmd printed it, for three methods of all.
    private static readonly string[] Good =
    [
        .. from vm in Names
           from call in (string[])
           [
               "host Guest/GetStatus OK",
               .. from other in Names
                  where other != vm
                  from line in (string[])
                  [
                      $"{other} Guest/GetStatus PermissionDenied", $"{other} Power/PowerOff PermissionDenied",
                      $"{other} Vms/Start Unimplemented", $"host@{other} Guest/GetStatus PermissionDenied",
                  ]
                  select line,
           ]
           select $"{vm} {call}",
    ];

    [Fact]
    public Task Accepts_agents_that_answer_the_host_and_deny_every_other_VM() => Some.Accepts(
        new AgentsObeyThePolicy(),
        Device(Good),
        "the host is answered by net-vm, ids-vm, admin-vm, curl-vm, plain-vm; 80 calls with 3 methods as other VMs: all denied");

    [Theory]
    [InlineData("curl-vm host Guest/GetStatus OK", "curl-vm host Guest/GetStatus Unavailable", "host called Guest/GetStatus of curl-vm: Unavailable")]
    [InlineData("curl-vm host Guest/GetStatus OK", "curl-vm host Guest/GetStatus PermissionDenied", "host called Guest/GetStatus of curl-vm: PermissionDenied")]
    [InlineData(
        "plain-vm curl-vm Power/PowerOff PermissionDenied", "plain-vm curl-vm Power/PowerOff OK", "curl-vm called Power/PowerOff of plain-vm: OK")]
    [InlineData(
        "plain-vm curl-vm Power/PowerOff PermissionDenied", "plain-vm curl-vm Power/PowerOff Unimplemented",
        "curl-vm called Power/PowerOff of plain-vm: Unimplemented")]
    [InlineData(
        "plain-vm host@curl-vm Guest/GetStatus PermissionDenied", "plain-vm host@curl-vm Guest/GetStatus OK",
        "host@curl-vm called Guest/GetStatus of plain-vm: OK")]
    [InlineData("plain-vm curl-vm Vms/Start Unimplemented", "plain-vm curl-vm Vms/Start OK", "curl-vm called Vms/Start of plain-vm: OK")]
    [InlineData(
        "net-vm ids-vm Guest/GetStatus PermissionDenied", "net-vm ids-vm Guest/GetStatus DeadlineExceeded",
        "ids-vm called Guest/GetStatus of net-vm: DeadlineExceeded")]
    public Task Rejects_an_agent_that_does_not_answer_the_host_or_does_not_deny_another(string line, string instead, string evidence)
    {
        Assert.Contains(line, Good);
        return Some.Rejects(new AgentsObeyThePolicy(), Device(Good.Select(l => l == line ? instead : l)), evidence);
    }

    [Theory]
    [InlineData("curl-vm host ", "nothing was tried on curl-vm as host")]
    [InlineData("plain-vm net-vm ", "nothing was tried on plain-vm as net-vm")]
    [InlineData("plain-vm host@net-vm ", "nothing was tried on plain-vm as host@net-vm")]
    [InlineData("ids-vm ", "nothing was tried on ids-vm as host")]
    [InlineData("", "nothing was tried on net-vm as host")]
    public Task Rejects_what_was_not_tried(string beginning, string evidence) => Some.Rejects(
        new AgentsObeyThePolicy(), Device(Good.Where(line => !line.StartsWith(beginning))), evidence);

    [Theory]
    [InlineData("vmd: The authority can't be read.", 1)]
    [InlineData("vmd: The authority can't be read.", 0)]
    [InlineData("net-vm host Guest/GetStatus", 0)]
    [InlineData("net-vm host Guest/GetStatus OK again", 0)]
    [InlineData("net-vm host Guest/GetStatus OK", 1)]
    public async Task Does_not_check_by_an_output_of_another_form(string line, int exitCode)
    {
        var device = new FakeDevice().Answers(FakeDevice.Host, Try, string.Join('\n', Good.Append(line)) + "\n", exitCode);
        var late = await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new AgentsObeyThePolicy().CheckAsync(Some.Context(device), CancellationToken.None));
        Assert.StartsWith("vmd could not try the agents: net-vm host Guest/GetStatus OK", late.Message);
        Assert.EndsWith(line, late.Message);
    }

    private static FakeDevice Device(IEnumerable<string> lines) =>
        new FakeDevice().Answers(FakeDevice.Host, Try, string.Concat(lines.Select(line => line + "\n")));
}
