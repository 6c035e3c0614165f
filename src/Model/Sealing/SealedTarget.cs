// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;

namespace Ghaf.Model;

/// <summary>One of the targets that a definition has, and what sealing gives for it.</summary>
/// <param name="Name">As the user calls it: <c>vm-debug</c>.</param>
/// <param name="Result">A plan or mistakes.</param>
public sealed record SealedTarget(string Name, SealResult Result)
{
    /// <summary>All targets of a definition as one document, which is what a definition prints.</summary>
    public static string ToJson(ImmutableArray<SealedTarget> targets) =>
        JsonSerializer.Serialize(targets, PlanJsonContext.Default.ImmutableArraySealedTarget) + "\n";

    /// <exception cref="PlanFormatException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static ImmutableArray<SealedTarget> FromJson(string json)
    {
        try
        {
            var targets = JsonSerializer.Deserialize(json, PlanJsonContext.Default.ImmutableArraySealedTarget);
            return targets.IsDefault ? throw new PlanFormatException("The definition printed nothing.") : targets;
        }
        catch (JsonException e)
        {
            throw new PlanFormatException($"The definition printed something else than its plans: {e.Message}", e);
        }
    }
}
