// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Processes;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Grpc.Core;

namespace Ghaf.Guest.Tests;

/// <summary>The services as callers see them.</summary>
public class AgentTests
{
    private const string Show = "--property=Id,LoadState,ActiveState,SubState,Result,NRestarts";

    [Fact]
    public async Task Implements_every_method_of_the_contract()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        foreach (var method in ContractMethod.OfGuests)
        {
            // An empty message: some refuse it, and all are there.
            var status = await ProbeCall.StatusAsync(channel, method, default);
            Assert.True(status is StatusCode.OK or StatusCode.InvalidArgument or StatusCode.NotFound, $"{method.Name}: {status}");
        }
    }

    [Fact]
    public async Task Implements_nothing_of_the_hosts_own()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        foreach (var method in ContractMethod.OfHost.Except(ContractMethod.OfGuests))
        {
            Assert.Equal(StatusCode.Unimplemented, await ProbeCall.StatusAsync(channel, method, default));
        }
    }

    [Fact]
    public async Task Tells_the_time()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        Assert.Equal(agent.Clock.Now, (await channel.Guest.GetTimeAsync(new())).UnixNanoseconds);
    }

    [Fact]
    public async Task Tells_how_the_VM_is()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Programs.Says("--property=SystemState", "SystemState=degraded\n");
        agent.Programs.Says("list-units", "dnsmasq.service loaded failed failed dnsmasq\ndev-x.device loaded failed failed x\n");
        using var channel = agent.Connect();
        using (var other = agent.Connect("admin-vm"))
        {
            await Assert.ThrowsAsync<RpcException>(async () => await other.Guest.GetStatusAsync(new()));
        }

        var status = await channel.Guest.GetStatusAsync(new());
        Assert.Equal("degraded", status.SystemState);
        Assert.Equal(["dnsmasq.service", "dev-x.device"], status.FailedUnits);
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(), status.BootId);
        Assert.True(status.UptimeSeconds > 0);
        Assert.InRange(status.MemoryAvailableBytes, 1, status.MemoryTotalBytes);
        Assert.True(status.LoadAverage >= 0);
        Assert.Equal(agent.Clock.Now, status.UnixNanoseconds);
        Assert.Equal(agent.Given.Expires.ToUnixTimeSeconds(), status.IdentityExpiresUnixSeconds);
        Assert.Equal(1, status.DeniedCalls);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+$", status.Version);
    }

    [Fact]
    public async Task Tells_how_the_VM_is_when_its_systemd_does_not_answer()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Programs.Answers["--property=SystemState"] = new ProgramResult(null, "", "");
        using var channel = agent.Connect();
        var status = await channel.Guest.GetStatusAsync(new());
        Assert.Equal("unknown", status.SystemState);
        Assert.True(status.MemoryTotalBytes > 0);
    }

    [Fact]
    public async Task Steps_the_clock_and_tells_by_how_much()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        var answer = await channel.Guest.SetTimeAsync(new SetTimeRequest { UnixNanoseconds = 5_000_000_001 });
        Assert.Equal(4_000_000_001, answer.OffsetNanoseconds);
        Assert.Equal(5_000_000_001, agent.Clock.Now);

        var refusal = await Refused(channel.Guest.SetTimeAsync(new SetTimeRequest()));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal(5_000_000_001, agent.Clock.Now);
    }

    [Fact]
    public async Task Starts_an_application()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Programs.Says("show", "Id=ghaf-app-curl.service\nLoadState=not-found\nActiveState=inactive\nSubState=dead\n");
        using var channel = agent.Connect();
        await channel.Applications.StartAsync(
            new StartApplicationRequest { Id = "curl", Arguments = { new Argument { Name = "address", Value = "https://example.org/" } } });
        Assert.Equal(
            [
                "/usr/bin/systemd-run", "--unit=ghaf-app-curl.service", "--description=Fetch a page", "--collect", "--quiet",
                "--no-ask-password", "--expand-environment=no", "--property=DynamicUser=yes", "--property=NoNewPrivileges=yes", "--",
                "/usr/bin/curl", "--silent", "https://example.org/",
            ],
            agent.Programs.Run[^1]);
    }

    [Fact]
    public async Task Starts_no_application_that_is_unknown_wrongly_asked_for_or_running()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        var unknown = await Refused(channel.Applications.StartAsync(new StartApplicationRequest { Id = "wget" }));
        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("curl-vm has no application “wget”; it has curl.", unknown.Status.Detail);

        var wrong = await Refused(channel.Applications.StartAsync(new StartApplicationRequest { Id = "curl" }));
        Assert.Equal(StatusCode.InvalidArgument, wrong.StatusCode);

        agent.Programs.Says("show", "Id=ghaf-app-curl.service\nLoadState=loaded\nActiveState=active\nSubState=running\n");
        var running = await Refused(channel.Applications.StartAsync(
            new StartApplicationRequest { Id = "curl", Arguments = { new Argument { Name = "address", Value = "https://example.org/" } } }));
        Assert.Equal(StatusCode.AlreadyExists, running.StatusCode);
        Assert.Equal("“curl” is active already; stop it first.", running.Status.Detail);
        Assert.DoesNotContain(agent.Programs.Run, run => run[0] == "/usr/bin/systemd-run");
    }

    [Fact]
    public async Task An_application_that_does_not_start_tells_why()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Programs.Answers["--collect"] = new ProgramResult(1, "", "Failed to find executable /usr/bin/curl\n");
        using var channel = agent.Connect();
        var refusal = await Refused(channel.Applications.StartAsync(
            new StartApplicationRequest { Id = "curl", Arguments = { new Argument { Name = "address", Value = "https://example.org/" } } }));
        Assert.Equal(StatusCode.Internal, refusal.StatusCode);
        Assert.EndsWith("failed with exit code 1: Failed to find executable /usr/bin/curl", refusal.Status.Detail);
    }

    [Fact]
    public async Task Lists_and_stops_applications()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Programs.Says("show", "Id=ghaf-app-curl.service\nLoadState=loaded\nActiveState=active\nSubState=running\n");
        using var channel = agent.Connect();
        var application = Assert.Single((await channel.Applications.ListAsync(new())).Applications);
        Assert.Equal(new Application { Id = "curl", Title = "Fetch a page", ActiveState = "active" }, application);

        await channel.Applications.StopAsync(new StopApplicationRequest { Id = "curl" });
        Assert.Equal(["/usr/bin/systemctl", "stop", "--", "ghaf-app-curl.service"], agent.Programs.Run[^1]);

        agent.Programs.Says("show", "Id=ghaf-app-curl.service\nLoadState=not-found\nActiveState=inactive\nSubState=dead\n");
        await channel.Applications.StopAsync(new StopApplicationRequest { Id = "curl" });
        Assert.Equal(["/usr/bin/systemctl", "show", Show, "--", "ghaf-app-curl.service"], agent.Programs.Run[^1]);
    }

    [Fact]
    public async Task Tells_how_a_unit_is()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Programs.Says(
            "show", "Result=exit-code\nNRestarts=3\nId=dnsmasq.service\nLoadState=loaded\nActiveState=failed\nSubState=failed\n");
        using var channel = agent.Connect();
        Assert.Equal(
            new GetUnitResponse { LoadState = "loaded", ActiveState = "failed", SubState = "failed", Result = "exit-code", Restarts = 3 },
            await channel.Units.GetAsync(new GetUnitRequest { Name = "dnsmasq.service" }));
        Assert.Equal(["/usr/bin/systemctl", "show", Show, "--", "dnsmasq.service"], Assert.Single(agent.Programs.Run));

        var refusal = await Refused(channel.Units.GetAsync(new GetUnitRequest { Name = "--help" }));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Single(agent.Programs.Run);
    }

    [Fact]
    public async Task Switches_the_VM_off_and_on()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        await channel.Power.PowerOffAsync(new());
        await channel.Power.RebootAsync(new());
        Assert.Equal(
            ["/usr/bin/systemctl --no-block poweroff", "/usr/bin/systemctl --no-block reboot"],
            agent.Programs.Run.Select(run => string.Join(' ', run)));
    }

    private static Task<RpcException> Refused<T>(AsyncUnaryCall<T> call) => Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
}
