// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.SupplyChain;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf secureboot status TARGET|DISK</c></summary>
internal static class SecureBootStatusCommand
{
    public static Command Create(Session session)
    {
        var what = new Argument<string>("TARGET|DISK")
        {
            Description = "A target, which is built if needed, or a disk image: a path with a slash",
            HelpName = "TARGET|DISK",
        };
        what.CompletionSources.Add(_ => SuggestTargets.Of(session));
        var command = new Command("status", "Say which programs of a disk are signed, and by whom; 9 if a firmware with these keys would not start them")
        {
            what,
        };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var named = parsed.GetRequiredValue(what);
            var disk = named.Contains('/', StringComparison.Ordinal)
                ? Path.GetFullPath(named)
                : await DiskOfAsync(session, named, cancellation).ConfigureAwait(false);
            var tools = await OpenTools.RunAsync(session, cancellation).ConfigureAwait(false);
            var keys = ReadKeys.Run(SecureBootKeys.LoadOrCreate(session));
            var programs = await InspectDisk.RunAsync(disk, keys, tools, cancellation).ConfigureAwait(false);
            var status = new SecureBootStatus(disk, programs.All(program => program.State == SignatureState.Trusted), programs);
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(status, CliJson.Default.SecureBootStatus)
                : status.ToText()).ConfigureAwait(false);
            return status.Starts ? ExitCode.Success : ExitCode.CheckFailed;
        }));
        return command;
    }

    private static async Task<string> DiskOfAsync(Session session, string target, CancellationToken cancellation)
    {
        var plan = await DevicePlans.For(session).LoadAsync(target, cancellation).ConfigureAwait(false);
        var device = await PrepareDevice.ToKeepAsync(session, plan, cancellation).ConfigureAwait(false);
        return device.Built.Disk;
    }
}
