// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// What the kernel tells of itself:
/// <code>
/// proc/modules                     vhost_vsock 24576 0 - Live 0x0000000000000000
/// sys/kernel/security/lockdown     none integrity [confidentiality]
/// </code>
/// </summary>
internal static class KernelFacts
{
    public static KernelPosture Read(HostTree host) => new(
        host.Text("proc/sys/kernel/osrelease") ?? "",
        host.Text("proc/cmdline") ?? "",
        [.. Parameters(host).DistinctBy(parameter => parameter.Name)],
        host.Text("proc/modules") is null ? null : [.. host.Lines("proc/modules").Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal)],
        Chosen(host.Text("sys/kernel/security/lockdown")));

    private static string? Chosen(string? choices) =>
        choices?.Split(' ').FirstOrDefault(choice => choice.StartsWith('['))?.Trim('[', ']');

    // The last file that sets one wins: they are read from the last to the first.
    private static IEnumerable<KernelParameter> Parameters(HostTree host) =>
        from file in host.Names("etc/sysctl.d").Reverse()
        from line in host.Lines($"etc/sysctl.d/{file}").Reverse()
        let cut = line.IndexOf('=', StringComparison.Ordinal)
        where cut > 0 && line[0] is not ('#' or ';')
        let name = line[..cut].Trim().TrimStart('-').Replace('/', '.')
        select new KernelParameter(name, line[(cut + 1)..].Trim(), host.Text($"proc/sys/{name.Replace('.', '/')}"));
}
