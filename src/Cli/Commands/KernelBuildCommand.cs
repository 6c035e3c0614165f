// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Kernels;
using Ghaf.Exec;
using Ghaf.Model;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf kernel build TARGET [host|guest]</c></summary>
internal static class KernelBuildCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var system = KernelCommand.System(isRequired: false);
        var command = new Command("build", "Compile a target's kernels, without the rest of its image") { target, system };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var work = await KernelWork.LoadAsync(session, parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            var reports = new List<KernelReport>();
            foreach (var recipe in work.Compiled(parsed.GetValue(system)))
            {
                var begun = session.Time.GetTimestamp();
                var built = await work.CompileAsync(recipe, cancellation).ConfigureAwait(false);
                reports.Add(new(
                    recipe.System, built.Image, built.Release, new FileInfo(built.Image).Length,
                    session.Time.GetElapsedTime(begun).TotalSeconds));
            }

            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize([.. reports], CliJson.Default.KernelReportArray)
                : string.Join('\n', reports.Select(report =>
                    $"{report.System}: {report.Release}, {new ByteSize(report.Bytes)}, in {Amounts.Of(TimeSpan.FromSeconds(report.Seconds))}\n{report.Image}")))
                .ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
