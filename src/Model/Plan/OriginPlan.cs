// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>One step in the history of a value.</summary>
/// <param name="Layer">How strong the setting is.</param>
/// <param name="Forced">Stronger than every layer.</param>
/// <param name="At">File and line of the definition or module: <c>devices/vm.cs:12</c>.</param>
/// <param name="Value">What it said, for people; <c>removed</c> or <c>replaced</c> for an element that was taken out.</param>
public sealed record OriginPlan(Layer Layer, bool Forced, string At, string Value)
{
    /// <summary>Nobody wrote the value down: it follows from the declaration at this place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Derived { get; init; }
}
