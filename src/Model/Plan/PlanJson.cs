// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Model;

/// <summary>Reads and writes plans. Writing is canonical; reading refuses whatever it does not know.</summary>
public static class PlanJson
{
    /// <summary>Indented, in the declared order of members, a line feed at the end.</summary>
    public static string Write(DevicePlan plan) =>
        JsonSerializer.Serialize(plan, PlanJsonContext.Default.DevicePlan) + "\n";

    /// <exception cref="PlanFormatException">The text is not a plan of this schema; says where.</exception>
    public static DevicePlan Read(string json)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(json, PlanJsonContext.Default.DevicePlan)
                ?? throw new PlanFormatException("The plan is empty.");
            return plan.Schema == DevicePlan.CurrentSchema
                ? plan
                : throw new PlanFormatException(
                    $"The plan has schema {plan.Schema}; this program reads schema {DevicePlan.CurrentSchema}.");
        }
        catch (JsonException e)
        {
            throw new PlanFormatException($"The plan is not valid at {e.Path}, line {e.LineNumber + 1}: {e.Message}", e);
        }
    }
}
