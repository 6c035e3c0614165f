// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Locking;
using Ghaf.Exec;
using Ghaf.Images;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf lock diff [OLD] [NEW]</c></summary>
internal static class LockDiffCommand
{
    private const string Forms = "a lock file, REV: or @REV for git's ghaf.lock, or REV:PATH";

    public static Command Create(Session session)
    {
        var old = new Argument<string>("OLD")
        {
            Description = $"What to compare with: {Forms}",
            DefaultValueFactory = _ => "HEAD:",
        };
        var @new = new Argument<string?>("NEW")
        {
            Description = "The same for the other side; the present ghaf.lock if not given",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("diff", "Show what changed between two locks, by package and by set") { old, @new };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var before = await OpenLock.RunAsync(parsed.GetRequiredValue(old), session, cancellation).ConfigureAwait(false);
            var after = parsed.GetValue(@new) is { } named
                ? await OpenLock.RunAsync(named, session, cancellation).ConfigureAwait(false)
                : await OpenLock.PresentAsync(session, cancellation).ConfigureAwait(false);
            var difference = CompareLocks.Run(before.Lock, after.Lock);
            var names = await NamesAsync(session, cancellation).ConfigureAwait(false);
            await session.Output.WriteAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(DiffReport.Of(difference, names, before.Name, after.Name), CliJson.Default.DiffReport) + "\n"
                : DiffText.Of(difference, names, before.Name, after.Name)).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    // Two locks can be compared without knowing what their sets are for.
    private static async Task<SetNames> NamesAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return new((await LockCommand.UsesAsync(session, null, cancellation).ConfigureAwait(false)).Uses);
        }
        catch (GhafException unknown)
        {
            await session.Error.WriteLineAsync(
                $"Sets are called by what they ask for, as their users are not known: {unknown.What}").ConfigureAwait(false);
            return new([]);
        }
    }
}
