// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Guests;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests;

public sealed class RestartSilentVmsTests : IDisposable
{
    private readonly string _marks = Directory.CreateTempSubdirectory("ghaf-marks-").FullName;
    private readonly FakeSystemd _systemd = new();

    public void Dispose() => Directory.Delete(_marks, recursive: true);

    [Fact]
    public async Task A_VM_that_never_said_a_word_is_killed_so_that_systemd_starts_it_again()
    {
        await LookAsync(Starting(uptime: 301));
        Assert.Equal(["kill ghaf-vm-net-vm.service"], _systemd.Orders);
    }

    [Theory]
    [InlineData(VmState.Starting, 299.0, null)]
    [InlineData(VmState.Starting, 900.0, "Starting a slow service.")]
    [InlineData(VmState.Ready, 900.0, null)]
    [InlineData(VmState.Paused, 900.0, null)]
    [InlineData(VmState.Stopping, 900.0, null)]
    [InlineData(VmState.Failed, null, null)]
    public async Task Any_other_is_left_alone(VmState state, double? uptime, string? said)
    {
        await LookAsync(Starting(uptime) with { State = state, GuestStatus = said });
        Assert.Empty(_systemd.Orders);
    }

    private static VmStatus Starting(double? uptime) => new("net-vm", VmState.Starting, "", 256 << 20, UptimeSeconds: uptime);

    private Task LookAsync(VmStatus vm)
    {
        var plan = Some.Plan();
        var watch = new DeviceWatch(plan, _systemd, new ReadyMarks(_marks), TimeProvider.System, Some.Log());
        return new RestartSilentVms(plan, watch, _systemd, TimeProvider.System, Some.Log())
            .LookAsync([vm], TestContext.Current.CancellationToken);
    }
}
