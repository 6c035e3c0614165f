// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Explaining;

public class ExplainPlanTests
{
    [Fact]
    public void One_value_is_explained_with_everything_it_overrode() => Assert.Equal(
        """
        app-vm.memory = 96 MiB
          devices/x.cs:9  96 MiB  (user, forced)
          devices/x.cs:8  128 MiB  (user)  overridden
          modules/App.cs:3  64 MiB  (base)  overridden

        """,
        Explain("app-vm.memory"));

    [Fact]
    public void A_group_is_listed_a_line_each_with_what_was_taken_out() => Assert.Equal(
        """
        app-vm.packages[jq] = jq  modules/App.cs:4 (base)
        app-vm.packages[curl] = (not there)  devices/x.cs:10 (user), overrides 1

        """,
        Explain("app-vm.packages"));

    [Fact]
    public void What_nobody_wrote_down_follows_from_a_declaration() =>
        Assert.Contains("devices/x.cs:7  3  (follows from this declaration)", Explain("app-vm.cid"));

    [Fact]
    public void Rejects_a_path_at_which_there_is_nothing_and_says_what_was_meant()
    {
        var failure = Assert.Throws<PathUnknownException>(() => ExplainPlan.At(Plans.Layered, "app-vm.memroy"));
        Assert.Equal("The plan of small-debug has nothing at “app-vm.memroy”.", failure.What);
        Assert.StartsWith("Did you mean app-vm.memory", failure.Mend);
    }

    [Fact]
    public void A_plan_without_origins_still_has_values()
    {
        var value = Assert.Single(ExplainPlan.At(Plans.Layered with { Origins = [] }, "app-vm.memory"));
        Assert.Equal("100663296", value.Value);
        Assert.Empty(value.Chain);
    }

    private static string Explain(string path)
    {
        var output = new StringWriter { NewLine = "\n" };
        PrintExplanation.To(output, ExplainPlan.At(Plans.Layered, path));
        return output.ToString();
    }
}
