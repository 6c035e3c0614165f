// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Control;
using Ghaf.Host.Guests;
using Ghaf.Host.Posture;
using Ghaf.Host.State;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests.Posture;

public sealed class ReportPostureTests : IDisposable
{
    private readonly FakeSystemd _systemd = new() { UnitTable = "ghaf-vmd.service loaded active running VM manager\n" };
    private readonly StandingReports _standing = new();
    private readonly HostTreeOnDisk _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_the_unit_wrote_down_is_reported()
    {
        var file = _host.Tree.PathOf("posture.json");
        Assert.Equal(0, await CollectPosture.RunAsync(_host.Tree, _systemd, file, default));
        await Report().ReportAsync(file, default);
        Assert.Equal(["start ghaf-posture.service"], _systemd.Orders);
        Assert.Equal([new HostUnit("ghaf-vmd.service", "active", "running")], _standing.All.Single().Posture!.Units);
    }

    [Theory]
    [InlineData(1, "{}")]
    [InlineData(0, "{}")]
    [InlineData(0, null)]
    public async Task What_cannot_be_known_is_not_made_up(int exitCode, string? written)
    {
        _systemd.ExitCode = exitCode;
        if (written is not null)
        {
            _host.With("posture.json", written);
        }

        await Report().ReportAsync(_host.Tree.PathOf("posture.json"), default);
        Assert.Empty(_standing.All);
    }

    [Fact]
    public async Task It_waits_until_the_VMs_have_come_up()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Report().RunAsync(cancel.Token));
        Assert.Empty(_systemd.Orders);
    }

    [Fact]
    public async Task A_client_is_told_what_was_known_before_it_came_and_what_becomes_known_later()
    {
        using var pair = new SocketPair();
        _standing.Add(new DeviceReport(Posture: await CollectPosture.CollectAsync(_host.Tree, _systemd, default)));
        using var cancel = new CancellationTokenSource();
        var serving = Task.Run(() => new StatusSession(Watch(), _standing, new UnseenRecoveryKey(new StatePaths("/nowhere"))).Serve(pair.Ours, cancel.Token));
        using var lines = new StreamReader(new System.Net.Sockets.NetworkStream(pair.Peer));
        Assert.NotNull((await NextAsync(lines)).Status);
        Assert.NotNull((await NextAsync(lines)).Posture);
        _standing.Add(_standing.All[0]);
        DeviceReport next;
        while ((next = await NextAsync(lines)).Posture is null)
        {
            Assert.NotNull(next.Status);
        }

        await cancel.CancelAsync();
        await Task.WhenAny(serving).WaitAsync(Some.Limit);
    }

    private static async Task<DeviceReport> NextAsync(StreamReader lines)
    {
        string? line;
        while ((line = await lines.ReadLineAsync()) is { Length: 0 })
        {
        }

        Assert.True(ProtocolLine.TryRead(System.Text.Encoding.UTF8.GetBytes(line!), ProtocolJson.Default.DeviceReport, out var report, out var why), why);
        return report;
    }

    private DeviceWatch Watch() =>
        new(Some.Plan(), _systemd, new ReadyMarks(Path.Combine(Path.GetTempPath(), "ghaf-no-marks")), TimeProvider.System, Some.Log());

    private ReportPosture Report() => new(Watch(), _systemd, _standing, TimeProvider.System, Some.Log());
}
