// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;

namespace Ghaf.Cli.Tests.Checking;

public class FaultPlanTests
{
    private static readonly string[] Parts = [.. FaultPlan.Parts(Repository.Plan).Select(fault => fault.What)];

    [Theory]
    [InlineData("the hypervisor of net-vm")]
    [InlineData("the kernel of plain-vm")]
    [InlineData("dnsmasq in ids-vm")]
    [InlineData("suricata in ids-vm")]
    [InlineData("admind in admin-vm")]
    [InlineData("guestd in curl-vm")]
    [InlineData("vmd on the host")]
    public void Parts_are_hypervisors_kernels_and_programs(string part) => Assert.Single(Parts, part);

    [Theory]
    [InlineData("suricata in net-vm")]
    [InlineData("dnsmasq in curl-vm")]
    public void A_VM_loses_no_program_that_it_does_not_have(string part) => Assert.DoesNotContain(part, Parts);

    [Fact]
    public void Every_part_is_killed_once_before_any_is_twice()
    {
        var order = Order(Parts.Length + 3, 5);
        Assert.Equal(Parts.Length + 3, order.Length);
        Assert.Distinct(order.Take(Parts.Length));
    }

    [Fact]
    public void The_seed_makes_the_order()
    {
        Assert.Equal(Order(20, 1), Order(20, 1));
        Assert.NotEqual(Order(20, 1), Order(20, 2));
    }

    private static string[] Order(int count, int seed) => [.. FaultPlan.Of(Repository.Plan, count, seed).Select(fault => fault.What)];
}
