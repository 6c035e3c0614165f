// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Agents;
using Ghaf.Host.Configuration;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Host.Tests;

public sealed class AgentsTests : IAsyncDisposable
{
    private static readonly SupervisedVm Vm = Some.Vm() with { HasAgent = true };

    private readonly RunningAgents _running = new();
    private readonly Host.Agents.Agents _agents;

    public AgentsTests() => _agents = new(_running.Identities, vm => _running.Connect(vm, _running.Identities.Host), TimeProvider.System);

    public ValueTask DisposeAsync()
    {
        _agents.Dispose();
        return _running.DisposeAsync();
    }

    [Fact]
    public async Task A_report_is_what_the_agent_says()
    {
        await _running.StartAsync("net-vm");
        var report = await _agents.ReportAsync(Vm, default);
        Assert.Equal(["a.service", "b.service"], report.FailedUnits);
        Assert.Equal(
            new GuestReport(
                "net-vm", "1.2.3", "b00t", 61.5, 0, 0, 256 << 20, 100 << 20, 0.75, "degraded", [],
                DateTimeOffset.FromUnixTimeSeconds(2_000_000_000), 3),
            report with { ClockOffsetSeconds = 0, ClockUncertaintySeconds = 0, FailedUnits = [] });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-3600)]
    public async Task A_report_tells_how_far_the_VMs_clock_is_ahead(int seconds)
    {
        var agent = await _running.StartAsync("net-vm");
        agent.Ahead = TimeSpan.FromSeconds(seconds);

        // The guest's clock is read somewhere within the call: half of what it takes is what the answer can be off.
        var begun = TimeProvider.System.GetTimestamp();
        var report = await _agents.ReportAsync(Vm, default);
        var possible = (TimeProvider.System.GetElapsedTime(begun).TotalSeconds / 2) + 0.02;
        Assert.InRange(report.ClockOffsetSeconds, seconds - possible, seconds + possible);
    }

    [Fact]
    public async Task The_offset_counts_from_the_middle_of_the_call()
    {
        var agent = await _running.StartAsync("net-vm");
        var slow = new SteppingTime(TimeSpan.FromHours(2));
        using var agents = new Host.Agents.Agents(_running.Identities, vm => _running.Connect(vm, _running.Identities.Host), slow);
        var report = await agents.ReportAsync(Vm, default);

        // The host's clock said the start of the call, and two hours later its end.
        Assert.InRange(report.ClockOffsetSeconds, -3600 - Some.Limit.TotalSeconds, -3600 + Some.Limit.TotalSeconds);
        Assert.InRange(report.ClockUncertaintySeconds, 3600, 3600 + Some.Limit.TotalSeconds);
        Assert.Equal(["Guest/GetStatus"], agent.Asked);
    }

    [Fact]
    public async Task A_clock_is_read_and_set_to_the_hosts()
    {
        var agent = await _running.StartAsync("net-vm");
        agent.Ahead = TimeSpan.FromHours(1);
        var begun = TimeProvider.System.GetTimestamp();
        var reading = await _agents.ClockAsync(Vm, default);
        Assert.True(reading.Uncertainty <= TimeProvider.System.GetElapsedTime(begun) / 2);
        Assert.True((reading.Offset - TimeSpan.FromHours(1)).Duration() <= reading.Uncertainty + TimeSpan.FromMilliseconds(20));
        var moved = await _agents.SetClockAsync(Vm, TimeSpan.Zero, default);
        Assert.InRange(moved, -TimeSpan.FromHours(1) - Some.Limit, -TimeSpan.FromHours(1));
        var after = await _agents.ClockAsync(Vm, default);
        Assert.InRange(after.Offset, -Some.Limit, Some.Limit);
        Assert.Equal(["Guest/GetTime", "Guest/SetTime", "Guest/GetTime"], agent.Asked);
    }

    [Fact]
    public async Task Applications_are_listed_with_their_VM()
    {
        var agent = await _running.StartAsync("net-vm");
        agent.Applications.Add(new Application { Id = "fetch", Title = "Fetch a page", ActiveState = "active" });
        agent.Applications.Add(new Application { Id = "edit", Title = "Edit", ActiveState = "inactive" });
        Assert.Equal(
            [new ApplicationStatus("net-vm", "fetch", "Fetch a page", "active"), new ApplicationStatus("net-vm", "edit", "Edit", "inactive")],
            await _agents.ApplicationsAsync(Vm, default));
    }

    [Fact]
    public async Task An_application_is_started_with_names_and_values_and_stopped_by_its_id()
    {
        var agent = await _running.StartAsync("net-vm");
        await _agents.StartAsync(Vm, "fetch", ["url=http://a/?b=c", "note="], default);
        await _agents.StartAsync(Vm, "fetch", [], default);
        await _agents.StopAsync(Vm, "fetch", default);
        Assert.Equal(
            ["Applications/Start fetch (url)(http://a/?b=c) (note)()", "Applications/Start fetch", "Applications/Stop fetch"], agent.Asked);
    }

    [Theory]
    [InlineData("url")]
    [InlineData("=http://a/")]
    [InlineData("")]
    public async Task Rejects_an_argument_without_a_name_and_a_value(string argument)
    {
        var agent = await _running.StartAsync("net-vm");
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.StartAsync(Vm, "fetch", ["note=x", argument], default));
        Assert.Equal($"“{argument}” is no argument of an application; write it as name=value.", fault.Message);
        Assert.Empty(agent.Asked);
    }

    [Fact]
    public async Task A_renewed_identity_is_for_the_VM_whatever_its_request_says()
    {
        var agent = await _running.StartAsync("net-vm");
        await _agents.RenewAsync(Vm, default);
        Assert.Equal(["Guest/CreateSigningRequest", "Guest/TakeCertificate"], agent.Asked);
        Assert.Equal("net-vm", agent.Renewed!.Name);
        Assert.Equal(_running.Identities.Host.Authority.Thumbprint, agent.Renewed.Authority.Thumbprint);
    }

    [Fact]
    public async Task Rejects_what_an_agent_hands_out_as_a_signing_request()
    {
        var agent = await _running.StartAsync("net-vm");
        agent.SigningRequest = [1, 2, 3];
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.RenewAsync(Vm, default));
        Assert.StartsWith("The agent of net-vm: The signing request of “net-vm” is refused: ", fault.Message);
        Assert.Equal(["Guest/CreateSigningRequest"], agent.Asked);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_agents_words()
    {
        var agent = await _running.StartAsync("net-vm");
        agent.Refusal = "url: “x” is no address.";
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.StartAsync(Vm, "fetch", ["url=x"], default));
        Assert.Equal("The agent of net-vm refused: url: “x” is no address.", fault.Message);
    }

    [Fact]
    public async Task A_denial_is_told_in_the_agents_words()
    {
        await _running.StartAsync("net-vm", [new CallRule("host", "Guest/GetStatus")]);
        await _agents.ReportAsync(Vm, default);
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.StopAsync(Vm, "fetch", default));
        Assert.Equal("The agent of net-vm refused: “host” may not call Applications/Stop: no rule allows it.", fault.Message);
    }

    [Fact]
    public async Task An_agent_that_died_is_told_and_answers_again_when_it_is_back()
    {
        await _running.StartAsync("net-vm");
        await _agents.ReportAsync(Vm, default);
        await _running.StopAsync("net-vm");
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.ReportAsync(Vm, default));
        Assert.StartsWith("The agent of net-vm did not answer: ", fault.Message);
        Assert.EndsWith(" (Is the VM ready?)", fault.Message);
        await _running.StartAsync("net-vm");
        Assert.Equal("net-vm", (await _agents.ReportAsync(Vm, default)).Name);
    }

    [Fact]
    public async Task Rejects_an_agent_that_is_somebody_else()
    {
        var agent = await _running.StartAsync("net-vm", name: "app-vm");
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.ReportAsync(Vm, default));
        Assert.StartsWith("The agent of net-vm did not answer: ", fault.Message);
        Assert.Contains("“net-vm” was called and “app-vm” answered.", fault.Message);
        Assert.Empty(agent.Asked);
    }

    [Fact]
    public async Task Rejects_a_VM_without_an_agent()
    {
        var agent = await _running.StartAsync("net-vm");
        var fault = await Assert.ThrowsAsync<AgentException>(() => _agents.ReportAsync(Vm with { HasAgent = false }, default));
        Assert.Equal("net-vm has no agent: its hypervisor hands it no identity.", fault.Message);
        Assert.Empty(agent.Asked);
    }

    [Fact]
    public async Task A_call_that_was_given_up_is_no_word_of_the_agents()
    {
        await _running.StartAsync("net-vm");
        await _agents.ReportAsync(Vm, default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _agents.ReportAsync(Vm, new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _agents.RenewAsync(Vm, new CancellationToken(canceled: true)));
    }

    // Each look at it is later than the one before, and the first is right.
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private TimeSpan _shift = -step;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + (_shift += step);
    }
}
