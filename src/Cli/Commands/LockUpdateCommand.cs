// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf lock update [TARGET…]</c></summary>
internal static class LockUpdateCommand
{
    public static Command Create(Session session)
    {
        var targets = LockCommand.Targets("Whose definitions to read; the sets of others stay locked, and are resolved anew too");
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change and leave the file as it is" };
        var command = new Command("update", "Resolve everything anew, and print what changed") { targets, dryRun };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var dry = parsed.GetValue(dryRun);
            var uses = await LockCommand.UsesAsync(session, parsed.GetValue(targets), cancellation).ConfigureAwait(false);
            var made = await WorkDisplay.RunAsync(
                session, work => MakeLock.For(session).UpdateAsync(uses, dry, work, cancellation)).ConfigureAwait(false);
            await session.Output.WriteAsync(ReportMadeLock.Of(
                made, uses, session.Checkout.LockFile, parsed.GetValue(CommonSymbols.Format), dry)).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
