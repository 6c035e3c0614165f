// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Host.Hypervisors;

namespace Ghaf.Host.Tests;

public class BalloonTests
{
    private static readonly long Memory = 256L << 20;

    [Fact]
    public async Task Says_how_much_a_VM_has_and_changes_nothing()
    {
        using var monitor = new FakeMonitor(Memory);
        Assert.Equal((0, "256 MiB of 256 MiB\n"), await Run(monitor, null));
        Assert.Equal(Memory, monitor.Target);
    }

    [Fact]
    public async Task Waits_until_the_VM_has_given_or_got_it()
    {
        using var monitor = new FakeMonitor(Memory);
        Assert.Equal((0, "128 MiB of 256 MiB\n"), await Run(monitor, "128"));
        Assert.Equal((0, "256 MiB of 256 MiB\n"), await Run(monitor, "256"));
    }

    [Fact]
    public async Task Says_where_a_VM_stopped_that_cannot_give_so_much()
    {
        using var monitor = new FakeMonitor(Memory, least: 192 << 20);
        Assert.Equal((1, "192 MiB of 256 MiB\n"), await Run(monitor, "64"));
    }

    [Theory]
    [InlineData("63")]
    [InlineData("257")]
    [InlineData("-1")]
    [InlineData("128M")]
    [InlineData("9223372036854775808")]
    public async Task Rejects_an_amount_that_the_VM_cannot_have(string mib)
    {
        using var monitor = new FakeMonitor(Memory);
        Assert.Equal((2, ""), await Run(monitor, mib));
        Assert.Equal(Memory, monitor.Target);
    }

    [Fact]
    public async Task Rejects_a_VM_that_is_unknown_or_has_no_balloon()
    {
        var plan = Some.Plan(true, Some.Vm());
        Assert.Equal(2, await Balloon.RunAsync(plan, "no-vm", null, TextWriter.Null, Some.Log(), CancellationToken.None));
        Assert.Equal(1, await Balloon.RunAsync(plan, "net-vm", null, TextWriter.Null, Some.Log(), CancellationToken.None));
    }

    private static async Task<(int Status, string Output)> Run(FakeMonitor monitor, string? mib)
    {
        var plan = Some.Plan(true, Some.Vm() with { QmpSocket = monitor.Path, HasBalloon = true, MemoryBytes = Memory });
        using var output = new StringWriter { NewLine = "\n" };
        return (await Balloon.RunAsync(plan, "net-vm", mib, output, Some.Log(), CancellationToken.None), output.ToString());
    }
}
