// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ghaf.Host.Configuration;

/// <summary>Reads the plan file: strictly, since a misspelt setting must not silently be its default.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HostPlan))]
internal sealed partial class HostPlanFile : JsonSerializerContext
{
    /// <exception cref="InvalidHostPlanException">It can't be read, or contradicts itself.</exception>
    public static HostPlan Read(string path)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(File.ReadAllBytes(path), Default.HostPlan)
                ?? throw new InvalidHostPlanException($"{path} holds null.");
            return string.Join(" ", plan.Problems()) is { Length: > 0 } problems
                ? throw new InvalidHostPlanException($"{path} is wrong: {problems}")
                : plan;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidHostPlanException($"{path} can't be read: {e.Message}", e);
        }
    }
}
