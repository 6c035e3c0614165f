// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Explaining;

public class ComparePlansTests
{
    [Fact]
    public void A_changed_value_is_shown_as_its_author_would_say_it() => Assert.Equal(
        """
        ~ app-vm.memory: 64 MiB → 96 MiB  devices/x.cs:9
        - app-vm.packages[curl]  modules/App.cs:4
        2 differences.

        """,
        Compare(Plans.Base, Plans.Layered));

    [Fact]
    public void A_whole_VM_is_one_difference() => Assert.Equal(
        """
        + app-vm.packages[vim]  devices/x.cs:8
        + more-vm  devices/x.cs:9
        2 differences.

        """,
        Compare(Plans.Base, Plans.WithMore));

    [Fact]
    public void The_same_plan_has_none() => Assert.Equal("No difference.\n", Compare(Plans.Base, Plans.Base));

    private static string Compare(DevicePlan before, DevicePlan after)
    {
        var output = new StringWriter { NewLine = "\n" };
        PrintChanges.To(output, ComparePlans.Between(before, after));
        return output.ToString();
    }
}
