// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;

namespace Ghaf.Model;

/// <summary>A plan, or every mistake that stands in its way.</summary>
/// <param name="Plan">Null when there are diagnostics.</param>
/// <param name="Diagnostics">In the order of file, line and id.</param>
public sealed record SealResult(DevicePlan? Plan, ImmutableArray<Diagnostic> Diagnostics)
{
    public string ToJson() => JsonSerializer.Serialize(this, PlanJsonContext.Default.SealResult) + "\n";

    /// <exception cref="PlanFormatException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static SealResult FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PlanJsonContext.Default.SealResult)
                ?? throw new PlanFormatException("The definition printed nothing.");
        }
        catch (JsonException e)
        {
            throw new PlanFormatException($"The definition printed something else than a plan: {e.Message}", e);
        }
    }
}
