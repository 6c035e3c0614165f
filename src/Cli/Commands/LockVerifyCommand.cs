// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf lock verify [TARGET…]</c></summary>
internal static class LockVerifyCommand
{
    public static Command Create(Session session)
    {
        var targets = LockCommand.Targets("What the lock has to fit; all targets if none is given");
        var packages = new Option<bool>("--packages") { Description = "Ask also whether every package can still be had" };
        var command = new Command("verify", "Look whether ghaf.lock fits the definitions; ends with 4 if it does not") { targets, packages };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var uses = await LockCommand.UsesAsync(session, parsed.GetValue(targets), cancellation).ConfigureAwait(false);
            var file = session.Checkout.LockFile;
            var report = parsed.GetValue(packages)
                ? await WorkDisplay.RunAsync(session, work => VerifyLock.RunAsync(
                    file,
                    uses,
                    packageLock => AskForPackages.RunAsync(session, packageLock, work, cancellation),
                    cancellation)).ConfigureAwait(false)
                : await VerifyLock.RunAsync(file, uses, ask: null, cancellation).ConfigureAwait(false);
            await session.Output.WriteAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(report, CliJson.Default.VerifyReport) + "\n"
                : VerifyText.Of(report)).ConfigureAwait(false);
            return report.Fits ? ExitCode.Success : ExitCode.LockStale;
        }));
        return command;
    }
}
