// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Running;

public class OverviewTableTests
{
    [Fact]
    public void Shows_each_VM_in_a_row_and_below_what_is_wrong()
    {
        using var run = new SessionFor();
        run.Session.Screen.Write(OverviewTable.Of(new DeviceOverview(
            new DeviceStatus(
                17,
                DateTimeOffset.UnixEpoch,
                93,
                [
                    Vm("net-vm", VmState.Ready), Vm("ids-vm", VmState.Ready), Vm("curl-vm", VmState.Ready), Vm("plain-vm", VmState.Failed),
                ]),
            [
                Reports.Of("net-vm"),
                Reports.Of("ids-vm") with { ClockOffsetSeconds = -1.5, DeniedCalls = 12, LoadAverage = 1.234, UptimeSeconds = 3.2 },
                Reports.Of("curl-vm") with { SystemState = "degraded", FailedUnits = ["a.service", "b.service"], ClockOffsetSeconds = 0 },
            ],
            [new SilentGuest("plain-vm", "It is failed.")])));
        Golden.Matches("tests/Cli.Tests/Running/overview-table.txt", Trimmed(run.Output.ToString()));
    }

    [Theory]
    [InlineData(0.1, 0, false)]
    [InlineData(-0.1, 0, false)]
    [InlineData(0.101, 0, true)]
    [InlineData(-0.101, 0, true)]
    [InlineData(-0.3, 0.25, false)]
    [InlineData(0.3, 0.15, true)]
    public void Only_a_clock_that_is_certainly_far_off_is_told_of(double offset, double uncertainty, bool told)
    {
        using var run = new SessionFor();
        run.Session.Screen.Write(OverviewTable.Of(new DeviceOverview(
            new DeviceStatus(1, DateTimeOffset.UnixEpoch, 93, [Vm("net-vm", VmState.Ready)]),
            [Reports.Of("net-vm") with { ClockOffsetSeconds = offset, ClockUncertaintySeconds = uncertainty }],
            [])));
        Assert.Equal(told, run.Output.ToString().Contains("net-vm: its clock is "));
    }

    private static VmStatus Vm(string name, VmState state) => new(name, state, "", 256 << 20);

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
