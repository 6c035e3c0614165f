// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>admind, in the VM that collects the logs: its unit, whose logs it may read, and who may look into them.</summary>
internal static class LogCollector
{
    public const string Folder = "/var/lib/ghaf/logs";

    private const string Read = "Logs/Read";

    // Half of the volume: a segment more, ext4's own, and room to look around.
    private static readonly ByteSize Most = 256.MiB;

    public static ImmutableArray<AllowedCall> Calls { get; } =
    [
        new("host", Read), new("host", "Anchors/Keep"), new("host", "Events/Report"), new(AllowedCall.EveryVm, Read),
    ];

    public static ImmutableArray<FileSpec> Files { get; } =
    [
        FileSpec.Copy("/etc/systemd/system/admind.service", "admin-vm/admind.service"),
        FileSpec.Link("/etc/systemd/system/multi-user.target.wants/admind.service", "../admind.service"),
        FileSpec.Rendered("/etc/ghaf/admind.json", Settings),
    ];

    private static string Settings(VmContext vm) => DaemonSettings.Write(vm, "LogStore", json =>
    {
        json.WriteStartArray("sources");
        foreach (var source in vm.Calls.Where(call => call.Method == Read).Select(call => call.On).Prepend(vm.Name))
        {
            json.WriteStringValue(source);
        }

        json.WriteEndArray();
        json.WriteNumber("maximumBytes", Most.Bytes);
    });
}
