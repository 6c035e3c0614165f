// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;

namespace Ghaf.Model.Tests;

public class OriginTests
{
    private static readonly DevicePlan Plan = Sample.Plan(Sample.Device(Sample.Net, Sample.App)
        .OnVm("app-vm", vm => vm.Memory(96.MiB).Packages(["curl"]))
        .OnAllVms(vm => vm.Memory(80.MiB)));

    [Fact]
    public void The_chain_of_a_value_begins_with_the_setting_that_holds()
    {
        var chain = Chain("app-vm.memory");
        Assert.Equal(["96 MiB", "80 MiB"], chain.Select(o => o.Value));
        Assert.All(chain, o => Assert.StartsWith("tests/Model.Tests/Settings/OriginTests.cs:", o.At));
        Assert.All(chain, o => Assert.Equal(Layer.User, o.Layer));
    }

    [Fact]
    public void What_nobody_wrote_down_follows_from_a_declaration()
    {
        var origin = Assert.Single(Chain("app-vm.cid"));
        Assert.True(origin.Derived);
        Assert.StartsWith("tests/Model.Tests/Sealing/Sample.cs:", origin.At);
    }

    [Fact]
    public void Every_value_of_a_plan_has_an_origin()
    {
        using var json = JsonDocument.Parse(PlanJson.Write(Plan));
        var missing = PlanValues.Of(json.RootElement).Select(v => v.Path)
            .Where(path => path != "schema" && PlanOrigins.Find(Plan, path) is null);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_removed_element_is_still_explained()
    {
        var plan = Sample.Plan(Sample.Device(VmSpec.Named("a-vm").NoRoute().Packages(["curl"]).AsModule())
            .OnVm("a-vm", vm => vm.Remove(SystemKeys.Packages, ["curl"])));
        Assert.Equal(["removed", "curl"], PlanOrigins.Find(plan, "a-vm.packages[curl]")!.Chain.Select(o => o.Value));
    }

    private static ImmutableArray<OriginPlan> Chain(string path) => PlanOrigins.Find(Plan, path)!.Chain;
}
