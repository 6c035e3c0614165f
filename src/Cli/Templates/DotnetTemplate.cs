// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ghaf.Cli;

/// <summary>A template as <c>dotnet new</c> understands it: its files and <c>.template.config/template.json</c>.</summary>
internal static class DotnetTemplate
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="folder">Gets a folder for each template.</param>
    public static void WriteAll(TemplateCatalog catalog, string folder)
    {
        foreach (var template in catalog.All)
        {
            WriteTemplate.To(
                Path.Combine(folder, template.Name),
                [.. template.Files, new TemplateFile(".template.config/template.json", Describe(template).ToJsonString(Readable) + "\n")]);
        }
    }

    private static JsonObject Describe(Template template) => new()
    {
        ["$schema"] = "http://json.schemastore.org/template",
        ["author"] = "The Ghaf authors",
        ["classifications"] = new JsonArray("Ghaf"),
        ["identity"] = $"Ghaf.Templates.{template.Name}",
        ["name"] = template.Title,
        ["shortName"] = template.Name,
        ["defaultName"] = template.DefaultName,
        ["preferNameDirectory"] = template.Kind == TemplateKind.Project,
        ["tags"] = new JsonObject
        {
            ["language"] = "C#",
            ["type"] = template.Kind == TemplateKind.Project ? "project" : "item",
        },
        ["symbols"] = new JsonObject
        {
            ["asGiven"] = Stands(TemplateName.AsGiven, "identity"),
            ["small"] = Stands(TemplateName.Small, "lowerCaseInvariant"),
        },
    };

    private static JsonObject Stands(string token, string form) => new()
    {
        ["type"] = "derived",
        ["valueSource"] = "name",
        ["valueTransform"] = form,
        ["replaces"] = token,
        ["fileRename"] = token,
    };
}
