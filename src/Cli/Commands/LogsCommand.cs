// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Protocol;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf logs</c>: what admin-vm has collected of the host and of all VMs, and whether it is still what it was.</summary>
internal static class LogsCommand
{
    private const int DefaultLines = 100;
    private const int MostLines = 10_000;

    // A search reads all that is stored, if nothing is found.
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(Session session)
    {
        var target = CommonSymbols.RunningTarget();
        target.Recursive = true;
        var vms = new Option<string[]>("--vm") { Description = "Only what this VM wrote, or host; may be given more than once", HelpName = "NAME" };
        var unit = new Option<string?>("--unit", "-u") { Description = "Only what this unit of systemd wrote, such as dnsmasq.service", HelpName = "UNIT" };
        var grep = new Option<string?>("--grep", "-g") { Description = "Only lines with this text, upper and lower case alike", HelpName = "TEXT" };
        var since = new Option<TimeSpan?>("--since")
        {
            Description = "Only the last 90s, 10m, 2h or 3d, by the clock of each writer",
            HelpName = "TIME",
            CustomParser = result => LogOptions.Since(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", result.AddError),
        };
        var priority = new Option<int>("--priority", "-p")
        {
            Description = "Only lines at least this urgent: emerg, alert, crit, err, warning, notice, info, debug",
            HelpName = "P",
            DefaultValueFactory = _ => LogOptions.Priorities.Length - 1,
            CustomParser = result => LogOptions.Priority(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", result.AddError),
        };
        var lines = new Option<int>("--lines", "-n") { Description = $"How many lines, at most {MostLines}", HelpName = "N", DefaultValueFactory = _ => DefaultLines };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with what is written from now on, until Ctrl-C; with json a line for each" };
        var command = new Command("logs", "Search the logs of the host and all VMs of a running device, which admin-vm collects")
        {
            target, vms, unit, grep, since, priority, lines, follow, Verify(session, target),
        };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var query = new LogQuery(
                parsed.GetValue(vms) ?? [],
                LogOptions.Unit(parsed.GetValue(unit)),
                parsed.GetValue(grep),
                parsed.GetValue(since) is { } span ? session.Time.GetUtcNow() - span : null,
                parsed.GetValue(priority),
                parsed.GetValue(lines));

            // Each question is a turn of its own: who follows keeps nobody else from asking.
            async Task<LogPage> AskAsync(LogQuery asked)
            {
                using var device = new ControlledDevice(VmCommand.Find(parsed, target).Control, session.Time);
                return await PageAsync(device, asked, cancellation).ConfigureAwait(false);
            }

            var isJson = parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json;
            var page = await AskAsync(query).ConfigureAwait(false);
            if (page.Truncated)
            {
                await session.Error.WriteLineAsync(
                    "ghaf: There was no room for all of these lines; ask for fewer, or for those of a VM or a unit.").ConfigureAwait(false);
            }

            if (!parsed.GetValue(follow))
            {
                await session.Output.WriteAsync(isJson
                    ? JsonSerializer.Serialize(page, CliJson.Default.LogPage) + "\n"
                    : string.Concat(page.Lines.Select(line => LogText.Of(line) + "\n"))).ConfigureAwait(false);
                return ExitCode.Success;
            }

            await FollowAsync(
                AskAsync,
                query,
                page,
                line => session.Output.WriteLineAsync(isJson ? JsonSerializer.Serialize(line, ProtocolJson.Default.LogLine) : LogText.Of(line)),
                session.Time,
                cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    public static async Task<LogPage> PageAsync(IDevice device, LogQuery query, CancellationToken cancellation)
    {
        var request = ControlRequest.Create(ControlVerb.SearchLogs) with { Query = query };
        return (await device.AskAsync(request, Patient, cancellation).ConfigureAwait(false)).Logs!;
    }

    public static async Task<IReadOnlyList<LogVerdict>> VerifyAsync(IDevice device, CancellationToken cancellation) =>
        (await device.AskAsync(ControlRequest.Create(ControlVerb.VerifyLogs), Patient, cancellation).ConfigureAwait(false)).Verdicts!;

    /// <summary>Prints a page and then what comes after it, each line once, until cancelled.</summary>
    public static async Task FollowAsync(
        Func<LogQuery, Task<LogPage>> ask, LogQuery query, LogPage page, Func<LogLine, Task> print, TimeProvider time, CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var line in page.Lines)
            {
                await print(line).ConfigureAwait(false);
            }

            // What there was no room for waits already.
            cancellation.ThrowIfCancellationRequested();
            if (!page.Truncated || query.After is null)
            {
                await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
            }

            query = query with { After = page.Positions, Lines = MostLines };
            page = await ask(query).ConfigureAwait(false);
        }
    }

    private static Command Verify(Session session, Option<string?> target)
    {
        var command = new Command("verify", "Compare the collected logs with what the host was told of them; 9 if something was changed, taken out or put in");
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            using var device = new ControlledDevice(VmCommand.Find(parsed, target).Control, session.Time);
            var verdicts = await VerifyAsync(device, cancellation).ConfigureAwait(false);
            await session.Output.WriteAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize([.. verdicts], CliJson.Default.LogVerdictArray) + "\n"
                : string.Concat(verdicts.Select(LogText.Of))).ConfigureAwait(false);
            return verdicts.All(verdict => verdict.Faults.Count == 0) ? ExitCode.Success : ExitCode.CheckFailed;
        }));
        return command;
    }
}
