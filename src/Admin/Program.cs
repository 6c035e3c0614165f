// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Ghaf.Admin;
using Ghaf.Admin.Collecting;
using Ghaf.Admin.Settings;
using Ghaf.Admin.Store;
using Ghaf.Journal;
using Ghaf.Rpc;
using Microsoft.AspNetCore.Builder;

// sysexits.h; systemd calls it CONFIG.
const int badSettings = 78;
const long segmentBytes = 2 << 20;
const string folder = "/var/lib/ghaf/logs";
const string usage = """
    Usage: admind [--settings FILE]
    Collects the logs of the host and of all VMs, keeps them in /var/lib/ghaf/logs, and answers who may ask.
    Settings: /etc/ghaf/admind.json. Identity: the credential ghaf.identity.
    """;

string? path = args switch
{
    [] => AdminSettings.Path,
    ["--settings", var file] => file,
    _ => null,
};
if (path is null)
{
    Console.Error.WriteLine(usage);
    return args is ["--help"] ? 0 : 2;
}

using var ended = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    ended.Cancel();
});
try
{
    var settings = AdminSettings.Read(path);
    using var identity = ReadCredential.Identity(settings.Name);
    using var log = new JournalLog(Console.Error);
    void Tell(string what) => Console.Error.WriteLine($"<4>{what}");
    using var logs = StoredLogs.Open(folder, settings.Sources, settings.MaximumBytes, segmentBytes, Tell);
    var channels = settings.Sources.Append(PeerName.Host).Where(name => name != settings.Name).Distinct()
        .ToDictionary(name => name, name => GuestChannel.ConnectFromVm(identity, name));
    ILogSource[] sources = [.. settings.Sources.Select(ILogSource (name) => name == settings.Name
        ? new OwnJournal(name, new JournalReader())
        : new RemoteJournal(name, channels[name].Calls))];
    var collector = new Collector(settings, logs, sources, new HostServices(channels[PeerName.Host].Calls), Tell, TimeProvider.System);
    await using var server = collector.BuildServer(new VsockEndPoint(VsockEndPoint.AnyCid, RpcPorts.LogStore), identity, log);
    await server.StartAsync(ended.Token).ConfigureAwait(false);
    NotifySystemd.Ready();
    await collector.RunAsync(ended.Token).ConfigureAwait(false);
    return 0;
}
catch (OperationCanceledException) when (ended.IsCancellationRequested)
{
    return 0;
}
catch (Exception e) when (e is InvalidSettingsException or IdentityException or StoreException)
{
    Console.Error.WriteLine($"<3>admind: {e.Message}");
    return badSettings;
}
