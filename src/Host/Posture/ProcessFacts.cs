// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// Processes that run a program; the kernel's own threads run none:
/// <code>
/// proc/415/exe -> /usr/lib/ghaf/vmd
/// proc/415/status   Uid:	0	0	0	0
/// proc/415/cgroup   0::/system.slice/ghaf-vmd.service
/// </code>
/// </summary>
internal static class ProcessFacts
{
    public static IReadOnlyList<HostProcess> Read(HostTree host) =>
    [
        .. from name in host.Names("proc")
           where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
           let program = host.Target($"proc/{name}/exe") ?? FirstWord(host.Text($"proc/{name}/cmdline"))
           where program.Length > 0
           orderby program
           select new HostProcess(program, UserOf(host, name), UnitOf(host, name)),
    ];

    // Where the link may not be read: what the process says of itself.
    private static string FirstWord(string? commandLine) => commandLine?.Split('\0')[0] ?? "";

    private static int UserOf(HostTree host, string process) =>
        host.Lines($"proc/{process}/status").FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal)) is { } line
            && int.TryParse(line.Split('\t')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var user) ? user : -1;

    // A unit may have groups of its own below it: 0::/system.slice/systemd-udevd.service/udev
    private static string UnitOf(HostTree host, string process) =>
        host.Lines($"proc/{process}/cgroup") is [.., var line]
            ? line.Split('/').LastOrDefault(part => part.EndsWith(".service", StringComparison.Ordinal)) ?? ""
            : "";
}
