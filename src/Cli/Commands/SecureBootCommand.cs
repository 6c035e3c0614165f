// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.SupplyChain;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf secureboot keys create|enroll|status</c></summary>
internal static class SecureBootCommand
{
    public static Command Create(Session session) => new("secureboot", "Keys that a firmware trusts, and what is signed with them")
    {
        new Command("keys", "The keys of this checkout") { CreateKeysOf(session) },
        Enroll(session),
        SecureBootStatusCommand.Create(session),
    };

    private static Command CreateKeysOf(Session session)
    {
        var force = new Option<bool>("--force") { Description = "Replace keys that are there; devices that trust them start nothing new" };
        var command = new Command("create", "Make a platform key, a key exchange key and a key that programs are signed with") { force };
        command.SetAction((parsed, _) => session.RunAsync(async _ =>
        {
            var keys = KeyFolder.In(session.Checkout.Root);
            CreateKeys.Run(keys, SecureBootKeys.NameOf(session.Checkout), parsed.GetValue(force), session.Time);
            return await PrintAsync(session, parsed, SecureBootKeysReport.Of(keys)).ConfigureAwait(false);
        }));
        return command;
    }

    private static Command Enroll(Session session)
    {
        var microsoft = new Option<bool>("--microsoft")
        {
            Description = "Trust Microsoft's certificates too, for firmware of graphics cards and boot media of others",
        };
        var command = new Command("enroll", "Make what a firmware is told to trust: for the ESP of images, and for the emulator") { microsoft };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var keys = SecureBootKeys.LoadOrCreate(session);
            await SecureBootEnrolment.RunAsync(session, keys, parsed.GetValue(microsoft), cancellation).ConfigureAwait(false);
            return await PrintAsync(session, parsed, SecureBootKeysReport.Of(keys)).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<ExitCode> PrintAsync(Session session, ParseResult parsed, SecureBootKeysReport report)
    {
        await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
            ? JsonSerializer.Serialize(report, CliJson.Default.SecureBootKeysReport)
            : report.ToText()).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
