// SPDX-License-Identifier: Apache-2.0
using System.Net.Sockets;
using Ghaf.Host.Configuration;
using Ghaf.Host.Events;
using Ghaf.Host.Guests;
using Ghaf.Host.LogKeeping;
using Ghaf.Host.Serving;
using Ghaf.Host.Steering;
using Ghaf.Host.Stopping;
using Ghaf.Journal;
using Ghaf.Model;
using Ghaf.Protocol;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ghaf.Host.Tests;

/// <summary>The host's own services with TLS; only vsock and systemd are not real.</summary>
public sealed class HostServerTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-host-").FullName;
    private readonly RunningAgents _running = new();
    private readonly FakeSystemd _systemd = new();
    private readonly EventLog _events = new(TimeProvider.System);
    private WebApplication? _server;
    private uint _cid = 4;

    public static TheoryData<string> Methods => [.. ContractMethod.OfHost.Select(m => m.Name)];

    private UnixDomainSocketEndPoint EndPoint => new(Path.Combine(_folder, "socket"));

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(new CancellationToken(canceled: true));
            await _server.DisposeAsync();
        }

        await _running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_method_is_denied_unless_the_plan_allows_it(string name)
    {
        var method = ContractMethod.OfHost.Single(m => m.Name == name);
        await StartAsync([.. ContractMethod.OfHost.Where(m => m.Name != name).Select(m => new AllowedCall("host", m.Name)), new("net-vm", name)]);
        using var channel = Connect("gui-vm");
        Assert.Equal(StatusCode.PermissionDenied, await ProbeCall.StatusAsync(channel, method, default));
        var told = Assert.Single(_events.After(0));
        Assert.Equal(
            (DeviceEventKind.Denied, "gui-vm", $"The host refused: “gui-vm” may not call {name}: no rule allows it."), (told.Kind, told.Vm, told.Text));
        Assert.Empty(_systemd.Orders);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_method_that_the_plan_allows_is_there(string name)
    {
        await StartAsync(new AllowedCall("host", name));
        using var channel = Connect("gui-vm");
        if (name == "Events/Watch")
        {
            _events.Add(DeviceEventKind.State, "net-vm", "net-vm is ready");
            using var watch = channel.Events.Watch(new());
            Assert.True(await watch.ResponseStream.MoveNext(default));
            return;
        }

        var status = await ProbeCall.StatusAsync(channel, ContractMethod.OfHost.Single(m => m.Name == name), default);
        Assert.True(status is StatusCode.OK or StatusCode.NotFound or StatusCode.InvalidArgument, $"{status}");
    }

    [Theory]
    [InlineData("gui-vm", 3u, "net-vm")]
    [InlineData("host", 4u, "gui-vm")]
    [InlineData("gui-vm", 9u, null)]
    public async Task Rejects_an_identity_from_another_machine(string identity, uint cid, string? blamed)
    {
        await StartAsync(new AllowedCall("host", "Vms/List"));
        using (var own = Connect("gui-vm"))
        {
            await own.Vms.ListAsync(new());
        }

        _cid = cid;
        using var channel = Connect(identity);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => channel.Vms.ListAsync(new()).ResponseAsync);
        Assert.Equal($"“{identity}” may not call Vms/List from CID {cid}.", refusal.Status.Detail);
        Assert.Equal(blamed, Assert.Single(_events.After(0)).Vm);
    }

    [Fact]
    public async Task Lists_and_steers_VMs_and_notes_who_did()
    {
        _systemd.Units["ghaf-vm-net-vm.service"] = Some.Unit("active", "running") with
        {
            MemoryUsed = 100, MemoryLimit = 1000, ProcessorTime = TimeSpan.FromSeconds(2.5), Restarts = 3,
        };
        await StartAsync(new AllowedCall("host", "Vms/*"));
        using var channel = Connect("gui-vm");
        var started = await channel.Vms.StartAsync(new VmRequest { Name = "net-vm" });
        Assert.Equal(
            ("net-vm", "starting", 3, new Resources { MemoryUsedBytes = 100, MemoryGivenBytes = 256 << 20, MemoryLimitBytes = 1000, ProcessorSeconds = 2.5 }),
            (started.Vm.Name, started.Vm.State, started.Vm.Restarts, started.Vm.Resources));
        Assert.Equal(["net-vm", "gui-vm"], (await channel.Vms.ListAsync(new())).Vms.Select(vm => vm.Name));
        Assert.Equal(["start ghaf-vm-net-vm.service"], _systemd.Orders);
        Assert.Contains(_events.After(0), e => (e.Kind, e.Vm, e.Text) == (DeviceEventKind.Order, "net-vm", "gui-vm: start net-vm"));

        var unknown = await Assert.ThrowsAsync<RpcException>(() => channel.Vms.StopAsync(new VmRequest { Name = "no-vm" }).ResponseAsync);
        Assert.Equal((StatusCode.NotFound, "There is no VM “no-vm”. (This device has net-vm, gui-vm.)"), (unknown.StatusCode, unknown.Status.Detail));
        var wrong = await Assert.ThrowsAsync<RpcException>(() => channel.Vms.ResumeAsync(new VmRequest { Name = "net-vm" }).ResponseAsync);
        Assert.Equal((StatusCode.FailedPrecondition, "resume net-vm failed: it is starting."), (wrong.StatusCode, wrong.Status.Detail));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ends_the_device_in_order(bool reboot)
    {
        await StartAsync(new AllowedCall("host", "Power/*"));
        using var channel = Connect("gui-vm");
        if (reboot)
        {
            await channel.Power.RebootAsync(new());
        }
        else
        {
            await channel.Power.PowerOffAsync(new());
        }

        Assert.Equal(reboot, await _systemd.Ended.WaitAsync(Some.Limit));
        Assert.Equal(["stop ghaf-vm-net-vm.service ghaf-vm-gui-vm.service"], _systemd.Orders);
    }

    [Fact]
    public async Task What_a_VM_reports_is_told_as_its_own_to_who_watches()
    {
        await StartAsync(new AllowedCall("host", "Events/*"));
        _events.Add(DeviceEventKind.State, "net-vm", "net-vm is ready");
        using var channel = Connect("gui-vm");
        using var watch = channel.Events.Watch(new());
        Assert.True(await watch.ResponseStream.MoveNext(default));
        Assert.Equal(("state", "net-vm"), (watch.ResponseStream.Current.Kind, watch.ResponseStream.Current.Vm));
        await channel.Events.ReportAsync(new ReportEventRequest { Topic = "alert", Text = "a scan" });
        Assert.True(await watch.ResponseStream.MoveNext(default).WaitAsync(Some.Limit));
        var told = watch.ResponseStream.Current;
        Assert.Equal(("report", "gui-vm", "alert", "a scan", 2L), (told.Kind, told.Vm, told.Topic, told.Text, told.Number));
        Assert.InRange(told.UnixMilliseconds, DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds(), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

        using var later = channel.Events.Watch(new WatchEventsRequest { After = 1 });
        Assert.True(await later.ResponseStream.MoveNext(default).WaitAsync(Some.Limit));
        Assert.Equal(2, later.ResponseStream.Current.Number);
    }

    [Theory]
    [InlineData("", "x", "topic: ")]
    [InlineData("Alert", "x", "topic: ")]
    [InlineData("alert", "", "text: ")]
    [InlineData("alert", "two\nlines", "text: ")]
    [InlineData("alert", "\u001b[2J", "text: ")]
    public async Task Rejects_a_report(string topic, string text, string place)
    {
        await StartAsync(new AllowedCall("host", "Events/Report"));
        using var channel = Connect("gui-vm");
        var request = new ReportEventRequest { Topic = topic, Text = text };
        var refusal = await Assert.ThrowsAsync<RpcException>(() => channel.Events.ReportAsync(request).ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.StartsWith(place, refusal.Status.Detail);
        Assert.Empty(_events.After(0));
        await channel.Events.ReportAsync(new ReportEventRequest { Topic = "alert", Text = new string('x', 500) });
        await Assert.ThrowsAsync<RpcException>(
            () => channel.Events.ReportAsync(new ReportEventRequest { Topic = "alert", Text = new string('x', 501) }).ResponseAsync);
    }

    [Fact]
    public async Task Keeps_anchors_that_go_on_and_refuses_one_that_contradicts_them()
    {
        await StartAsync(new AllowedCall("host", "Anchors/Keep"));
        using var channel = Connect("gui-vm");
        var client = new Anchors.AnchorsClient(channel.Calls);
        await client.KeepAsync(Anchor(5, 1));
        await client.KeepAsync(Anchor(5, 1));
        await client.KeepAsync(Anchor(9, 2));
        Assert.Empty(_events.After(0));
        foreach (var back in (KeepAnchorRequest[])[Anchor(9, 3), Anchor(5, 1)])
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() => client.KeepAsync(back).ResponseAsync);
            Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        }

        Assert.Equal(
            [
                "An anchor was refused: the log of net-vm had 9 records and another end; now it is told to have 9.",
                "An anchor was refused: the log of net-vm had 9 records and another end; now it is told to have 5.",
            ],
            _events.After(0).Select(e => e.Text));
    }

    [Theory]
    [InlineData("", 1, 32)]
    [InlineData("Net", 1, 32)]
    [InlineData("net-vm", 0, 32)]
    [InlineData("net-vm", 1, 31)]
    public async Task Rejects_what_is_no_anchor(string source, ulong sequence, int length)
    {
        await StartAsync(new AllowedCall("host", "Anchors/Keep"));
        using var channel = Connect("gui-vm");
        var request = new KeepAnchorRequest { Source = source, Sequence = sequence, Hash = ByteString.CopyFrom(new byte[length]) };
        var refusal = await Assert.ThrowsAsync<RpcException>(() => new Anchors.AnchorsClient(channel.Calls).KeepAsync(request).ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
    }

    private static KeepAnchorRequest Anchor(ulong sequence, byte hash) =>
        new() { Source = "net-vm", Sequence = sequence, Hash = ByteString.CopyFrom([.. Enumerable.Repeat(hash, 32)]) };

    private Task StartAsync(params AllowedCall[] calls)
    {
        var plan = Some.Plan(true, Some.Vm(), Some.Vm("gui-vm", 4) with { Calls = [.. calls] });
        var watch = new DeviceWatch(plan, _systemd, new ReadyMarks(_folder), TimeProvider.System, Some.Log());
        _server = HostServer.Build(
            new CurrentIdentity(_running.Identities.Host), EndPoint, plan, _events, new HostLog(Some.Log()),
            services => services.AddSingleton(plan).AddSingleton(watch).AddSingleton(new SteerVms(watch, _systemd, _events))
                .AddSingleton(new StopDevice(plan, _systemd, _events)).AddSingleton(_events)
                .AddSingleton(AnchorBook.Open(Path.Combine(_folder, "anchors"))).AddSingleton(Some.Log())
                .AddSingleton<IJournalReader>(new JournalReader("/bin/echo"))
                .AddSingleton<VmsService>().AddSingleton<EventsService>().AddSingleton<PowerService>()
                .AddSingleton<AnchorsService>().AddSingleton<LogsService>(),
            _ => _cid);
        return _server.StartAsync();
    }

    private GuestChannel Connect(string identity) =>
        GuestChannel.Connect(EndPoint, _running.Identities.Issue(identity), "host", null, RunningAgents.Patient);
}
