// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>JSON Schemas of what commands print.</summary>
internal static class OutputSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Of one command; a line feed at the end.</summary>
    public static string Of(JsonTypeInfo output) => PlanSchema.Of(output).ToJsonString(Readable) + "\n";

    /// <summary>Of all commands, each under its words in <c>$defs</c>. Plans have a schema of their own.</summary>
    public static string OfAll()
    {
        var commands = new JsonObject();
        foreach (var (command, output) in CommandOutputs.All)
        {
            if (output is not null && command != "plan")
            {
                commands[command] = PlanSchema.Of(output);
            }
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "What ghaf's commands print with --format json",
            ["$defs"] = commands,
        }.ToJsonString(Readable) + "\n";
    }
}
