// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class RenewalStatementTests
{
    private static readonly string[] Names = [.. Repository.Plan.Vms.Select(vm => vm.Name.Value)];

    private readonly Dictionary<string, int> _renewals = [];

    [Fact]
    public async Task Accepts_VMs_that_take_new_identities_while_they_run()
    {
        var device = Device();
        device.Replies = request => Reply(request, vm => vm == "ids-vm" ? -0.042 : 0.017);
        await Some.Accepts(new IdentitiesAreRenewed(), device, "5 agents took new keys while they ran, and answered with them");
        Assert.Equal(
            Names.SelectMany(vm => (string[])[$"Guest {vm}", $"RenewIdentity {vm}"]), device.Asked.Where(asked => !asked.Contains("sha256sum")));
    }

    [Fact]
    public Task Rejects_an_identity_that_stayed() => Some.Rejects(
        new IdentitiesAreRenewed(),
        Device().Answers("curl-vm", "sha256sum", "aa  /run/ghaf-guestd/identity.pem\n77\n"),
        "curl-vm had boot b0 and “aa  /run/ghaf-guestd/identity.pem\n77”, then boot b0 and “aa  /run/ghaf-guestd/identity.pem\n77”");

    [Fact]
    public Task Rejects_an_agent_that_was_started_again() => Some.Rejects(
        new IdentitiesAreRenewed(),
        Device().Answers("ids-vm", "sha256sum", () => $"{Renewals("ids-vm")}  identity.pem\n{70 + Renewals("ids-vm")}\n"),
        "ids-vm had boot b0 and “0  identity.pem\n70”, then boot b0 and “1  identity.pem\n71”");

    [Fact]
    public Task Rejects_a_VM_that_was_started_again()
    {
        var device = Device();
        device.Replies = request =>
        {
            var reply = Reply(request, _ => 0);
            return request is { Verb: ControlVerb.RenewIdentity, Name: "plain-vm" } ? reply with { Guest = reply.Guest! with { BootId = "b1" } } : reply;
        };
        return Some.Rejects(new IdentitiesAreRenewed(), device, "plain-vm had boot b0 and ");
    }

    [Theory]
    [InlineData(ControlVerb.Guest)]
    [InlineData(ControlVerb.RenewIdentity)]
    public async Task Does_not_check_without_a_report(ControlVerb verb)
    {
        var device = Device();
        device.Replies = request => request.Verb == verb ? new ControlReply(request.Id) : Reply(request, _ => 0);
        var late = await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new IdentitiesAreRenewed().CheckAsync(Some.Context(device), CancellationToken.None));
        Assert.Equal("The device answered without a report of net-vm.", late.Message);
    }

    [Fact]
    public async Task Does_not_check_by_a_script_that_fails()
    {
        var device = Device().Answers("net-vm", "sha256sum", "no systemctl", exitCode: 127);
        await Assert.ThrowsAsync<StatementNotCheckedException>(
            () => new IdentitiesAreRenewed().CheckAsync(Some.Context(device), CancellationToken.None));
    }

    private FakeDevice Device()
    {
        var device = Names.Aggregate(new FakeDevice(), (d, vm) => d.Answers(vm, "sha256sum", () => $"{Renewals(vm)}  identity.pem\n77\n"));
        device.Replies = request => Reply(request, _ => 0);
        return device;
    }

    private int Renewals(string vm) => _renewals.GetValueOrDefault(vm);

    private ControlReply Reply(ControlRequest request, Func<string, double> offset)
    {
        var vm = request.Name!;
        if (request.Verb == ControlVerb.RenewIdentity)
        {
            _renewals[vm] = Renewals(vm) + 1;
        }

        return new ControlReply(request.Id, Guest: Reports.Of(vm) with { ClockOffsetSeconds = offset(vm) });
    }
}
