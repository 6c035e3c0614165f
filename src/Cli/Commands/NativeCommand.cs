// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Model;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf native</c></summary>
internal static class NativeCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("native", "Link ghaf with the locked toolchain, so that a command starts in milliseconds");
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var report = await LinkGhaf.RunAsync(session, cancellation).ConfigureAwait(false);
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(report, CliJson.Default.NativeReport)
                : $"{report.Program}\n{new ByteSize(report.Bytes)}; `./ghaf` uses it until a source of the tool changes.")
                .ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
