// SPDX-License-Identifier: Apache-2.0
using Grpc.Core;

namespace Ghaf.Rpc.Tests;

public class PolicyTests
{
    public static TheoryData<string> Methods => [.. ContractMethod.All.Select(m => m.Name)];

    [Fact]
    public void Every_method_of_the_contract_is_known() => Assert.Equal(
        [
            "Guest/GetStatus", "Guest/GetTime", "Guest/SetTime", "Guest/CreateSigningRequest", "Guest/TakeCertificate",
            "Applications/List", "Applications/Start", "Applications/Stop", "Units/Get", "Power/PowerOff", "Power/Reboot",
            "Logs/Read", "Vms/List", "Vms/Start", "Vms/Stop", "Vms/Restart", "Vms/Pause", "Vms/Resume", "Events/Watch", "Events/Report",
            "Anchors/Keep", "LogStore/Search", "LogStore/Export",
        ],
        ContractMethod.All.Select(m => m.Name));

    [Fact]
    public void Guests_and_the_host_have_the_power_button_and_a_journal_in_common() => Assert.Equal(
        ["Power/PowerOff", "Power/Reboot", "Logs/Read"], ContractMethod.OfGuests.Intersect(ContractMethod.OfHost).Select(m => m.Name));

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_method_is_denied_unless_its_rule_is_there(string name)
    {
        var method = ContractMethod.All.Single(m => m.Name == name);

        // All rules but its own, and its own for somebody else.
        CallRule[] others = [.. ContractMethod.All.Where(m => m.Name != name).Select(m => new CallRule("host", m.Name)), new("admin-vm", name)];
        await using (var strict = await RunningServer.StartAsync(others))
        {
            using var channel = strict.Connect();
            var refusal = await Calls.Refused(channel.CallAsync(method));
            Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
            Assert.Equal($"“host” may not call {name}: no rule allows it.", refusal.Status.Detail);
            Assert.Empty(strict.Reached.Names);
            Assert.Equal(1, strict.Denied.Count);
        }

        await using var server = await RunningServer.StartAsync([new CallRule("host", name)]);
        using var allowed = server.Connect();
        await allowed.CallAsync(method);
        Assert.Equal([name], server.Reached.Names);
    }

    [Theory]
    [InlineData("Guest/GetStatus", "Guest/GetStatus")]
    [InlineData("Guest/*", "Guest/GetStatus")]
    public void Accepts_what_a_rule_covers(string rule, string method) =>
        Assert.True(new CallPolicy([new CallRule("host", rule)]).Allows("host", method));

    [Theory]
    [InlineData("Guest/GetStatus", "Guest/SetTime")]
    [InlineData("Guest/GetStatus", "Guest/GetStatusOfAll")]
    [InlineData("Guest/*", "GuestPower/Off")]
    [InlineData("Guest/*", "Power/Reboot")]
    [InlineData("Guest*", "Guest/GetStatus")]
    [InlineData("*", "Guest/GetStatus")]
    [InlineData("", "Guest/GetStatus")]
    public void Rejects_what_a_rule_does_not_cover(string rule, string method) =>
        Assert.False(new CallPolicy([new CallRule("host", rule)]).Allows("host", method));

    [Theory]
    [InlineData("/ghaf.v1.Guest/GetStatus", "Guest/GetStatus")]
    [InlineData("/Guest/GetStatus", "Guest/GetStatus")]
    public void A_method_has_a_short_name(string path, string name) => Assert.Equal(name, ContractMethod.ShortName(path));
}
