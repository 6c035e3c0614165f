// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Units;

namespace Ghaf.Host.Tests;

public class UnitSnapshotTests
{
    private const string Output = """
        Type=exec
        MainPID=412
        NRestarts=2
        ExecMainCode=0
        ExecMainStatus=0
        Result=success
        StatusText=
        MemoryCurrent=362807296
        MemoryMax=436207616
        CPUUsageNSec=2500000000
        Id=ghaf-vm-net-vm.service
        LoadState=loaded
        ActiveState=active
        SubState=running
        InactiveExitTimestampMonotonic=12345678
        InvocationID=4f0c

        Id=ghaf-vm-app-vm.service
        LoadState=loaded
        ActiveState=inactive
        SubState=dead
        MemoryCurrent=[not set]
        MemoryMax=infinity
        CPUUsageNSec=[not set]
        InactiveExitTimestampMonotonic=0
        Job=77

        """;

    [Fact]
    public void Reads_all_units_of_one_answer()
    {
        var units = UnitSnapshot.Parse(Output);
        Assert.Equal(2, units.Count);
        Assert.Equal(
            ("ghaf-vm-net-vm.service", 412, 2, TimeSpan.FromMicroseconds(12345678), 362807296L, "4f0c", false),
            (units[0].Id, units[0].MainPid, units[0].Restarts, units[0].StartedAt, units[0].MemoryUsed, units[0].Invocation, units[0].HasJob));
        Assert.Equal((436207616L, TimeSpan.FromSeconds(2.5)), (units[0].MemoryLimit, units[0].ProcessorTime));
        Assert.Equal((null, null), (units[1].MemoryLimit, units[1].ProcessorTime));
        Assert.Equal((null, null, true), (units[1].StartedAt, units[1].MemoryUsed, units[1].HasJob));
    }

    [Fact]
    public void Reads_nothing_from_an_empty_answer() => Assert.Empty(UnitSnapshot.Parse(""));

    [Theory]
    [InlineData(1, 3, "exit-code, exit code 3:\nqemu: no such device")]
    [InlineData(2, 9, "exit-code, ended by signal 9:\nqemu: no such device")]
    [InlineData(0, 0, "exit-code, nothing was started:\nqemu: no such device")]
    public void A_failure_is_told_with_the_last_words(int code, int status, string expected)
    {
        var unit = Some.Unit("failed", "failed") with { Result = "exit-code", ExitCode = code, ExitStatus = status };
        Assert.Equal(expected, FailureReason.Describe(unit, "qemu: no such device\n"));
    }
}
