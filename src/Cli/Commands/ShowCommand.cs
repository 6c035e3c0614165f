// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf show [TARGET]</c></summary>
internal static class ShowCommand
{
    public static Command Create(Session session)
    {
        var target = new Argument<string?>("TARGET")
        {
            Description = "Show this one with its VMs",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "TARGET",
        };
        target.CompletionSources.Add(_ => SuggestTargets.Of(session));
        var command = new Command("show", "List all targets: every device in its variants, profiles and outputs") { target };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var plans = DevicePlans.For(session);
            ShownTarget[] targets = parsed.GetValue(target) is { } one
                ? [ShownTarget.Of(await plans.LoadAsync(one, cancellation).ConfigureAwait(false), one)]
                : [.. await plans.ShowAsync(cancellation).ConfigureAwait(false)];
            if (parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json)
            {
                await session.Output.WriteLineAsync(
                    JsonSerializer.Serialize(targets, CliJson.Default.ShownTargetArray)).ConfigureAwait(false);
            }
            else
            {
                TargetTree.Print(session.Screen, targets);
            }

            return ExitCode.Success;
        }));
        return command;
    }
}
