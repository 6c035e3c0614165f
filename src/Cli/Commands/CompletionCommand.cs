// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf completion SHELL</c></summary>
internal static class CompletionCommand
{
    public static Command Create(Session session)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong(CompletionScripts.Shells);
        var command = new Command("completion", "Print what makes a shell complete ghaf's commands and targets") { shell };
        command.SetAction((parsed, _) => session.RunAsync(async _ =>
        {
            await session.Output.WriteAsync(CompletionScripts.For(parsed.GetRequiredValue(shell))).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
