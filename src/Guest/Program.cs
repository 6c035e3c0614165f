// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest;
using Ghaf.Guest.Calling;
using Ghaf.Guest.Clock;
using Ghaf.Guest.Processes;
using Ghaf.Guest.Services;
using Ghaf.Guest.Settings;
using Ghaf.Journal;
using Ghaf.Rpc;
using Microsoft.Extensions.Hosting;

// sysexits.h; systemd calls it CONFIG.
const int badSettings = 78;
const string usage = """
    Usage: guestd [--settings FILE] [try NAME only|except METHOD…]
    The agent of a VM. systemd starts it at the first connection to its socket; it ends after a minute without any.
      try   call the host or another VM as this one, with these methods or with all others, and say what came of it
    Settings: /etc/ghaf/guestd.json. Identity: the credential ghaf.identity.
    """;

string[] words = args;
var path = SettingsFile.Path;
if (words is ["--settings", var file, ..])
{
    path = file;
    words = words[2..];
}

if (words is not ([] or ["try", _, "only" or "except", ..]))
{
    Console.Error.WriteLine(usage);
    return words is ["--help"] ? 0 : 2;
}

try
{
    var settings = SettingsFile.Read(path);
    var kept = Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY") is { Length: > 0 } folder ? Path.Combine(folder, "identity.pem") : null;
    var identity = new CurrentIdentity(IdentityKeeper.Choose(ReadCredential.Identity(settings.Name), kept));
    if (words is ["try", var name, var which, .. var methods])
    {
        using var channel = GuestChannel.ConnectFromVm(identity.Value, name);
        await TryCalls.RunAsync(
            channel, method => TryCalls.IsAmong(method, methods) == (which == "only"), Console.Out, CancellationToken.None).ConfigureAwait(false);
        return 0;
    }

    using var log = new JournalLog(Console.Error);
    var options = new RpcServerOptions
    {
        EndPoint = ListeningSocket.FromSystemd(),
        Identity = identity,
        Policy = new CallPolicy(settings.Callers),
        Origin = CallerOrigins.VouchedByHost,
        IsIntroduced = true,
        IdleLimit = TimeSpan.FromMinutes(1),
        Log = log,
    };
    await GuestAgent.Build(options, settings, kept, new RunProgram(), new WallClock(), new JournalReader()).RunAsync().ConfigureAwait(false);
    return 0;
}
catch (Exception e) when (e is InvalidSettingsException or IdentityException or NotActivatedException)
{
    Console.Error.WriteLine($"<3>guestd: {e.Message}");
    return badSettings;
}
