// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf plan TARGET</c></summary>
internal static class PlanCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var output = new Option<string?>("--output", "-o") { Description = "Write the plan to this file", HelpName = "FILE" };
        var command = new Command("plan", "Seal a definition and print its plan, or all its mistakes") { target, output };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var plan = await DevicePlans.For(session).TextAsync(parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file, plan, cancellation).ConfigureAwait(false);
            }
            else
            {
                await session.Output.WriteAsync(plan).ConfigureAwait(false);
            }

            return ExitCode.Success;
        }));
        return command;
    }
}
