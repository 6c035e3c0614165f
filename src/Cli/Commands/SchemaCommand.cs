// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Exec;
using Ghaf.Model;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf schema [COMMAND…]</c></summary>
internal static class SchemaCommand
{
    public static Command Create(Session session)
    {
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "A command, such as plan or lock diff; all if none is given",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("schema", "Print the JSON Schema of what a command prints with --format json") { words };
        command.SetAction((parsed, _) => session.RunAsync(async _ =>
        {
            var name = string.Join(' ', parsed.GetValue(words) ?? []);
            await session.Output.WriteAsync(name switch
            {
                "" => OutputSchema.OfAll(),
                "plan" => PlanSchema.Text(),
                _ when CommandOutputs.All.GetValueOrDefault(name) is { } output => OutputSchema.Of(output),
                _ => throw new NoSchemaException(name),
            }).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
