// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Kernels;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf kernel check TARGET</c></summary>
internal static class KernelCheckCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var command = new Command(
            "check", "Look how hardened a target's systems start: kernel, command line, sysctls; ends with 9 if something is not explained")
        {
            target,
        };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var work = await KernelWork.LoadAsync(session, parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            var report = await new CheckKernels(work).RunAsync(cancellation).ConfigureAwait(false);
            await session.Output.WriteAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(report, CliJson.Default.HardeningReport) + "\n"
                : HardeningText.Of(report)).ConfigureAwait(false);
            return report.Passed ? ExitCode.Success : ExitCode.CheckFailed;
        }));
        return command;
    }
}
