// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf diff A B</c></summary>
internal static class DiffCommand
{
    public static Command Create(Session session)
    {
        var before = new Argument<string>("A")
        {
            Description = "A target, a plan's file, or a target at a revision: vm-debug@HEAD~1",
            HelpName = "A",
        };
        var after = new Argument<string>("B")
        {
            Description = "The same, or only @REVISION for A's target there",
            HelpName = "B",
        };
        before.CompletionSources.Add(_ => SuggestTargets.Of(session));
        after.CompletionSources.Add(_ => SuggestTargets.Of(session));
        var command = new Command("diff", "Compare two targets, or two revisions of one, in terms of the definition") { before, after };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var first = parsed.GetRequiredValue(before);
            var second = parsed.GetRequiredValue(after);
            var old = await LoadRevision.LoadAsync(session, first, cancellation).ConfigureAwait(false);
            var now = await LoadRevision.LoadAsync(
                session, second.StartsWith('@') ? first.Split('@')[0] + second : second, cancellation).ConfigureAwait(false);
            var changes = ComparePlans.Between(old, now);
            if (parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json)
            {
                await session.Output.WriteLineAsync(
                    JsonSerializer.Serialize([.. changes], CliJson.Default.PlanChangeArray)).ConfigureAwait(false);
            }
            else
            {
                PrintChanges.To(session.Output, changes);
            }

            return ExitCode.Success;
        }));
        return command;
    }
}
