// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf lock [TARGET…]</c></summary>
internal static class LockCommand
{
    public static Command Create(Session session)
    {
        var targets = new Argument<string[]>("TARGET")
        {
            Description = "What to lock packages for; all that can be built if none is given",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("lock", "Pin every package by name, version and hash, in ghaf.lock") { targets };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var names = parsed.GetValue(targets) ?? [];
            var made = await WorkDisplay.RunAsync(
                session,
                work => MakeLock.RunAsync(session, [.. names], work, cancellation)).ConfigureAwait(false);
            await session.Output.WriteLineAsync(
                $"{session.Checkout.LockFile}: {made.Packages.Count} packages in {made.Sets.Length} sets").ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
