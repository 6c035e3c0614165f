// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf explain TARGET [PATH]</c></summary>
internal static class ExplainCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var path = new Argument<string>("PATH")
        {
            Description = "A value, such as net-vm.memory, or what several begin with: net-vm, host.packages",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        var command = new Command("explain", "Tell which file and line set a value, and what it overrode") { target, path };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var plan = await DevicePlans.For(session).LoadAsync(parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            var values = ExplainPlan.At(plan, parsed.GetValue(path) ?? "");
            if (parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json)
            {
                await session.Output.WriteLineAsync(
                    JsonSerializer.Serialize([.. values], CliJson.Default.ExplainedValueArray)).ConfigureAwait(false);
            }
            else
            {
                PrintExplanation.To(session.Output, values);
            }

            return ExitCode.Success;
        }));
        return command;
    }
}
