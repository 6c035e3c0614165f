// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using Ghaf.Model;

namespace Ghaf.Modules.SystemVms;

/// <summary>
/// guestd, by which the host and those whom the definition allows ask a VM how it is and start its applications. The program is part
/// of every image; here are its socket, its unit, and who may call what.
/// </summary>
internal static class GuestAgent
{
    // A VM may serve more than its agent does, such as admin-vm's registry; the agent refuses settings with methods that it has not.
    private const string Services = "Guest Applications Units Power Logs";

    // The hypervisor hands the identity to systemd by it: systemd.system-credentials(7).
    public static ImmutableArray<string> KernelModules { get; } = ["qemu_fw_cfg"];

    public static ImmutableArray<FileSpec> Files { get; } =
    [
        FileSpec.Copy("/etc/systemd/system/guestd.socket", "guest/guestd.socket"),
        FileSpec.Copy("/etc/systemd/system/guestd.service", "guest/guestd.service"),
        FileSpec.Link("/etc/systemd/system/sockets.target.wants/guestd.socket", "../guestd.socket"),
        FileSpec.Rendered("/etc/ghaf/guestd.json", Settings),
    ];

    private static string Settings(VmContext vm) => DaemonSettings.Write(vm, Services, json =>
    {
        json.WriteStartArray("applications");
        foreach (var application in vm.Applications)
        {
            Write(json, application);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Application application)
    {
        json.WriteStartObject();
        json.WriteString("id", application.Id);
        json.WriteString("title", application.Title);
        json.WriteStartArray("command");
        foreach (var word in application.Command)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteStartArray("arguments");
        foreach (var argument in application.Arguments)
        {
            json.WriteStartObject();
            json.WriteString("name", argument.Name);
            json.WriteString("kind", argument.Kind.ToString().ToLowerInvariant());
            json.WriteBoolean("required", argument.Required);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
