// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Admin.Collecting;

/// <summary>
/// Recognises an alert of Suricata's, which writes its EVE events to the journal, a JSON object each:
/// <code>{"event_type":"alert","src_ip":"10.71.2.2","dest_ip":"93.184.215.14","dest_port":80,"proto":"TCP","alert":{"signature":"…","signature_id":9100001,"severity":1}}</code>
/// </summary>
internal static class AlertText
{
    // Of the host's service.
    private const int Longest = 500;

    /// <returns>One line for people; null when the entry is no alert.</returns>
    public static string? Of(LogEntry entry)
    {
        if (entry.Identifier != "suricata" || !entry.Message.Contains("\"alert\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(entry.Message);
            return Of(entry.Source, json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Of(string source, JsonElement eve)
    {
        if (Value(eve, "event_type") != "alert")
        {
            return null;
        }

        var alert = eve.TryGetProperty("alert", out var inner) ? inner : default;
        var text = $"{source}: {Value(alert, "signature") ?? "an alert without a name"} "
            + $"({Value(alert, "signature_id") ?? "?"}, severity {Value(alert, "severity") ?? "?"}, {Value(alert, "action") ?? "allowed"}): "
            + $"{Value(eve, "src_ip") ?? "?"} -> {Value(eve, "dest_ip") ?? "?"} {Value(eve, "proto")} {Value(eve, "dest_port")}".TrimEnd();

        // What others say must not look like more than one line.
        return string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c : '?').Take(Longest));
    }

    private static string? Value(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
