// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf show</c></summary>
internal static class ShowCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("show", "List the targets: every device in each of its profiles");
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            string[] names = [.. await DevicePlans.For(session).TargetsAsync(cancellation).ConfigureAwait(false)];
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(names, CliJson.Default.StringArray)
                : string.Join('\n', names)).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
