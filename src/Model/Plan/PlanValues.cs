// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Model;

/// <summary>
/// A plan as paths and values, in the words of the definition: <c>net-vm.memory</c>, <c>net-vm.packages[nftables]</c>,
/// <c>net-vm.files[/etc/hosts].content</c>. Origins are not among them.
/// </summary>
public static class PlanValues
{
    /// <param name="plan">The root of a plan's JSON.</param>
    /// <returns>In the order of the JSON.</returns>
    public static IEnumerable<PlanValue> Of(JsonElement plan)
    {
        foreach (var member in plan.EnumerateObject().Where(m => m.Name != "origins"))
        {
            // A VM's values are known by its name alone.
            var values = member.Name == "vms"
                ? member.Value.EnumerateArray().SelectMany(vm => Walk(vm.GetProperty("name").GetString()!, "", vm))
                : Walk(member.Name, member.Name, member.Value);
            foreach (var value in values)
            {
                yield return value;
            }
        }
    }

    public static IEnumerable<PlanValue> Of(DevicePlan plan)
    {
        using var json = JsonDocument.Parse(PlanJson.Write(plan));
        return [.. Of(json.RootElement)];
    }

    private static IEnumerable<PlanValue> Walk(string path, string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Walk($"{path}.{m.Name}", m.Name, m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Walk($"{path}[{Identity(name, item)}]", "", item)),
        JsonValueKind.Null => [],
        _ => [new PlanValue(path, element.ToString())],
    };

    // As the keys of the definition's lists say what makes two elements the same.
    private static string Identity(string list, JsonElement item) => list switch
    {
        "kernelArguments" => KernelArgument.Parse(item.ToString()).Identity,
        "files" => Member(item, "path"),
        "shares" => Member(item, "tag"),
        "applications" => Member(item, "id"),
        "openings" => $"{Member(item, "protocol")}/{Member(item, "port")}",
        "calls" => $"{Member(item, "on")}:{Member(item, "method")}",
        "hypervisorArguments" => $"{Member(item, "option")} {Member(item, "value")}".TrimEnd(),
        _ when item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) => name.ToString(),
        _ when item.ValueKind == JsonValueKind.Object => string.Join(' ', item.EnumerateObject().Select(m => m.Value.ToString())),
        _ => item.ToString(),
    };

    private static string Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.ToString() : "";
}
