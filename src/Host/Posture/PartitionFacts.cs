// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// Partitions as the kernel lists them:
/// <code>
/// sys/class/block/vda2/uevent       DEVTYPE=partition … PARTNAME=vm-release-a
/// sys/class/block/vda2/size         sectors of 512 bytes
/// dev/disk/by-partuuid/2f1c… -> ../../vda2
/// </code>
/// </summary>
internal static class PartitionFacts
{
    private const int Sector = 512;
    private const string Ids = "dev/disk/by-partuuid";

    public static IReadOnlyList<HostPartition> Read(HostTree host)
    {
        var ids = new Dictionary<string, string>();
        foreach (var id in host.Names(Ids))
        {
            if (host.Target($"{Ids}/{id}") is { } target)
            {
                ids[Path.GetFileName(target)] = id;
            }
        }

        return
        [
            .. from device in host.Names("sys/class/block")
               let lines = host.Lines($"sys/class/block/{device}/uevent")
               where lines.Contains("DEVTYPE=partition")
               select new HostPartition(
                   device, Value(lines, "PARTNAME="), Sectors(host, device) * Sector, ids.GetValueOrDefault(device)),
        ];
    }

    private static string Value(IEnumerable<string> lines, string key) =>
        lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..] ?? "";

    private static long Sectors(HostTree host, string device) =>
        long.TryParse(host.Text($"sys/class/block/{device}/size"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
