// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Model.Tests;

public class PlanSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_types() =>
        Golden.Matches("docs/reference/plan.schema.json", PlanSchema.Text());

    [Fact]
    public void Every_member_of_a_plan_is_in_the_schema()
    {
        using var schema = JsonDocument.Parse(PlanSchema.Text());
        using var plan = JsonDocument.Parse(PlanJson.Write(Sample.Plan(Sample.Net, Sample.App)));
        Assert.All(
            plan.RootElement.EnumerateObject(),
            member => Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty(member.Name, out _), member.Name));
    }
}
