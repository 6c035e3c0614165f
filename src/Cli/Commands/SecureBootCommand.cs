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
        var token = new Option<string>("--token")
        {
            Description = "Sign programs with this private key in a PKCS #11 token that `p11-kit server` serves, as pkcs11:token=NAME;object=KEY?pin-source=file:/PATH",
            HelpName = "URI",
        };
        var command = new Command("create", "Make a platform key, a key exchange key and a key that programs are signed with") { force, token };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var keys = KeyFolder.In(session.Checkout.Root);
            var replace = parsed.GetValue(force);
            if (keys.Exists && !replace)
            {
                throw new KeysExistException(keys.Path);
            }

            var programs = parsed.GetValue(token) is { } uri
                ? await SecureBootKeys.CertifyAsync(session, uri, cancellation).ConfigureAwait(false)
                : null;
            CreateKeys.Run(keys, SecureBootKeys.NameOf(session.Checkout), replace, session.Time, programs);
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
