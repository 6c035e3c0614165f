// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Cli.Tests.Hardware;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Checking;

public class ScanStatementTests
{
    private static readonly string Record = RecordedMachine.TextOf("emulated-machine");

    // The machine as it was when the record was made.
    private static readonly DevicePlan Plan = Repository.Plan with { Hardware = Repository.Plan.Hardware with { Cores = 2, Memory = 2.GiB } };

    [Fact]
    public Task Accepts_a_scan_that_finds_what_the_plan_has() => Some.Accepts(
        new ScanFindsTheMachine(), Device(Record), "ethernet: 0000:00:03.0, 8086:10d3, IOMMU group 3; 2 cores, 2 GiB, /dev/vda", Plan);

    [Theory]
    [InlineData("0000:00:03.0", "0000:00:05.0", "ethernet is not found at 0000:00:03.0")]
    [InlineData("0x10d3", "0x10d4", "ethernet is found as 8086:10d4")]
    [InlineData("iommu_groups/3", "iommu_groups/", "in IOMMU group none, it is 8086:10d3")]
    [InlineData("cpu1/topology/thread_siblings_list: 1", "cpu1/topology/thread_siblings_list: 0", "1 cores are found, there are 2")]
    [InlineData("2003200 kB", "1003200 kB", "1 GiB of memory are found, there are 2 GiB")]
    [InlineData("/sys/block/vda ->", "/sys/block/vdb ->", "the disk /dev/vdb is found, it is /dev/vda")]
    [InlineData("# end", "", "it ends before its last line")]
    [InlineData("/proc/meminfo", "/proc/other", "says nothing of a processor and of memory")]
    public Task Rejects_a_scan_that_finds_something_else(string what, string instead, string evidence)
    {
        Assert.Contains(what, Record);
        return Some.Rejects(new ScanFindsTheMachine(), Device(Record.Replace(what, instead)), evidence, Plan);
    }

    private static FakeDevice Device(string record) => new FakeDevice().Answers(FakeDevice.Host, "each /sys/bus/pci/devices", record);
}
