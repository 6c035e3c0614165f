// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf store path|gc</c></summary>
internal static class StoreCommand
{
    private const int DefaultDays = 14;

    public static Command Create(Session session) => new("store", "What was fetched and built on this machine")
    {
        PathOf(session),
        Gc(session),
    };

    private static Command PathOf(Session session)
    {
        var command = new Command("path", "Print where the store lies (set GHAF_STORE to move it)");
        command.SetAction((parsed, _) => session.RunAsync(async _ =>
        {
            var path = StoreLocation.Default();
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(path, CliJson.Default.String)
                : path).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Gc(Session session)
    {
        var days = new Option<int>("--days")
        {
            Description = "Remove what was not used for so many days",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultDays,
        };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
            {
                result.AddError("The days cannot be fewer than 0.");
            }
        });
        var command = new Command("gc", "Remove what was not used for a while; safe while builds run") { days };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var unused = TimeSpan.FromDays(parsed.GetValue(days));
            var result = await new Store(time: session.Time).GcAsync([], unused, cancellation).ConfigureAwait(false);
            var plans = AnswerCache.InStore(session.Time).RemoveUnused(session.Time.GetUtcNow() - unused);
            var freed = new ByteSize(result.Freed.Bytes + plans.Freed);
            var report = new StoreReport(result.Removed + plans.Removed, result.Kept + plans.Kept, freed.Bytes);
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(report, CliJson.Default.StoreReport)
                : $"Removed {report.Removed} results and files, {freed}; kept {report.Kept}.").ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
