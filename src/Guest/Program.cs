// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest;
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
    Usage: guestd [--settings FILE]
    The agent of a VM. systemd starts it at the first connection to its socket; it ends after a minute without any.
    Settings: /etc/ghaf/guestd.json. Identity: the credential ghaf.identity.
    """;

string? path = args switch
{
    [] => SettingsFile.Path,
    ["--settings", var file] => file,
    _ => null,
};
if (path is null)
{
    Console.Error.WriteLine(usage);
    return args is ["--help"] ? 0 : 2;
}

try
{
    var settings = SettingsFile.Read(path);
    var kept = Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY") is { Length: > 0 } folder ? Path.Combine(folder, "identity.pem") : null;
    var identity = new CurrentIdentity(IdentityKeeper.Choose(ReadCredential.Identity(settings.Name), kept));
    using var log = new JournalLog(Console.Error);
    var options = new RpcServerOptions
    {
        EndPoint = ListeningSocket.FromSystemd(),
        Identity = identity,
        Policy = new CallPolicy(settings.Callers),
        Origin = CallerOrigins.HostOnly,
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
