// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;

namespace Ghaf.Cli.Tests.Output;

public class OutputSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_types() =>
        Golden.Matches("docs/reference/output.schema.json", OutputSchema.OfAll());

    [Fact]
    public void Every_command_is_in_the_table_of_outputs()
    {
        using var run = new SessionFor();
        var commands = Leaves(CommandLine.Create(run.Session), "").Order(StringComparer.Ordinal);
        Assert.Equal(commands, CommandOutputs.All.Keys);
    }

    [Fact]
    public async Task What_a_command_prints_has_the_members_of_its_schema()
    {
        using var run = new SessionFor();
        await CommandLine.RunAsync(["doctor", "--format", "json"], run.Session);
        using var printed = JsonDocument.Parse(run.Output.ToString());
        using var schema = JsonDocument.Parse(OutputSchema.Of(CommandOutputs.All["doctor"]!));
        Assert.Equal(
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name),
            printed.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Rejects_a_command_without_JSON()
    {
        using var run = new SessionFor();
        Assert.Equal(2, await CommandLine.RunAsync(["schema", "console"], run.Session));
        Assert.Contains("No command “console” prints JSON.", run.Error.ToString());
    }

    // A command with children that does something itself is one too.
    private static IEnumerable<string> Leaves(Command command, string path)
    {
        foreach (var child in command.Subcommands)
        {
            var name = $"{path} {child.Name}".Trim();
            if (child.Action is not null)
            {
                yield return name;
            }

            foreach (var leaf in Leaves(child, name))
            {
                yield return leaf;
            }
        }
    }
}
