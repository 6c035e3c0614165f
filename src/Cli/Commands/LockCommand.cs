// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.CommandLine;
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf lock [TARGET…]</c> and what else is done with a lock.</summary>
internal static class LockCommand
{
    public static Command Create(Session session)
    {
        var targets = Targets("What to lock packages for; all that can be built if none is given");
        var command = new Command("lock", "Pin every package by name, version and hash, in ghaf.lock: make it, or add what is missing")
        {
            targets,
            LockUpdateCommand.Create(session),
            LockDiffCommand.Create(session),
            LockVerifyCommand.Create(session),
        };
        foreach (var child in command.Subcommands)
        {
            child.Validators.Add(result =>
            {
                if (result.Parent?.GetResult(targets) is { Tokens.Count: > 0 })
                {
                    result.AddError($"The targets come last: ghaf lock {child.Name} TARGET");
                }
            });
        }

        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var uses = await UsesAsync(session, parsed.GetValue(targets), cancellation).ConfigureAwait(false);
            var made = await WorkDisplay.RunAsync(
                session, work => MakeLock.For(session).AddAsync(uses, work, cancellation)).ConfigureAwait(false);
            await session.Output.WriteAsync(ReportMadeLock.Of(
                made, uses, session.Checkout.LockFile, parsed.GetValue(CommonSymbols.Format), dryRun: false)).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    public static Argument<string[]> Targets(string description) => new("TARGET")
    {
        Description = description,
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <param name="targets">None for all that this version can build.</param>
    public static async Task<LockUses> UsesAsync(Session session, string[]? targets, CancellationToken cancellation)
    {
        var uses = await LockUses.LoadAsync(DevicePlans.For(session), [.. targets ?? []], cancellation).ConfigureAwait(false);
        if (uses.LeftOut > 0)
        {
            await session.Error.WriteLineAsync(
                $"{uses.LeftOut} targets need no lock yet: this version cannot build them.").ConfigureAwait(false);
        }

        return uses;
    }
}
