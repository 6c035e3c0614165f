// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf init</c></summary>
internal static class InitCommand
{
    public static Command Create(Session session)
    {
        var template = new Option<string?>("--template") { Description = "What to make; --list shows all", HelpName = "TEMPLATE" };
        var name = new Option<string?>("--name") { Description = "What the device or class is called", HelpName = "NAME" };
        var output = new Option<string?>("--output")
        {
            Description = "Where to; a folder of that name for a project, otherwise the working folder",
            HelpName = "DIR",
        };
        var list = new Option<bool>("--list") { Description = "Show all templates" };
        var dotnet = new Option<string?>("--dotnet-templates")
        {
            Description = "Write all templates into a folder for `dotnet new install`",
            HelpName = "DIR",
        };
        var command = new Command("init", "Make a project or add to one, from a template") { template, name, output, list, dotnet };
        command.SetAction((parsed, _) => session.RunAsync(_ =>
        {
            var catalog = new TemplateCatalog(GhafSources.Own(), TemplateCatalog.Version);
            var json = parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json;
            if (parsed.GetValue(dotnet) is { } folder)
            {
                DotnetTemplate.WriteAll(catalog, folder);
                session.Output.WriteLine(json ? JsonSerializer.Serialize(folder, CliJson.Default.String) : folder);
            }
            else if (parsed.GetValue(template) is { } wanted && !parsed.GetValue(list))
            {
                Print(session, json, Make(catalog.Find(wanted), parsed.GetValue(name), parsed.GetValue(output)));
            }
            else
            {
                List(session, json, catalog);
            }

            return Task.FromResult(ExitCode.Success);
        }));
        return command;
    }

    private static InitReport Make(Template template, string? name, string? output)
    {
        var project = template.Kind == TemplateKind.Project;
        var called = name ?? (project && output is not null ? Path.GetFileName(Path.GetFullPath(output)) : template.DefaultName);
        var files = template.For(called);
        var folder = Path.GetFullPath(output ?? (project ? called : "."));
        WriteTemplate.To(folder, files);
        return new InitReport(template.Name, called, folder, [.. files.Select(file => file.Path)], InitReport.NextAfter(template, called, folder));
    }

    private static void Print(Session session, bool json, InitReport report) => session.Output.WriteLine(json
        ? JsonSerializer.Serialize(report, CliJson.Default.InitReport)
        : $"{report.Folder}\n{string.Concat(report.Files.Select(file => $"  {file}\n"))}Next:\n{string.Join('\n', report.Next.Select(step => $"  {step}"))}");

    private static void List(Session session, bool json, TemplateCatalog catalog)
    {
        if (json)
        {
            session.Output.WriteLine(JsonSerializer.Serialize(
                [.. catalog.All.Select(template => new ListedTemplate(template.Name, template.Title, template.DefaultName))],
                CliJson.Default.ListedTemplateArray));
            return;
        }

        var width = catalog.All.Max(template => template.Name.Length);
        foreach (var template in catalog.All)
        {
            session.Output.WriteLine($"{template.Name.PadRight(width)}   {template.Title}");
        }
    }
}
