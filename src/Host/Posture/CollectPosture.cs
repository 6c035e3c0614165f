// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// <c>vmd report-posture</c>: finds out how the host is made, without a shell and without another program but systemctl. It runs
/// in a unit of its own, because vmd itself is shut in: what systemd keeps from vmd would look as if the host did not have it.
/// </summary>
internal static class CollectPosture
{
    /// <summary>Where the unit keeps it; vmd reads it there.</summary>
    public const string ReportFile = "/run/ghaf-posture/posture.json";

    public const string Unit = "ghaf-posture.service";

    private static readonly string[] DrawingFolders = ["sys/class/drm", "sys/class/graphics", "dev/dri"];

    public static async Task<int> RunAsync(HostTree host, ISystemd systemd, string file, CancellationToken cancel)
    {
        var posture = await CollectAsync(host, systemd, cancel).ConfigureAwait(false);

        // Whoever reads finds all of it or nothing.
        await File.WriteAllBytesAsync(
            file + ".new", ProtocolLine.Write(posture, ProtocolJson.Default.HostPosture), cancel).ConfigureAwait(false);
        File.Move(file + ".new", file, overwrite: true);
        return 0;
    }

    public static async Task<HostPosture> CollectAsync(HostTree host, ISystemd systemd, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var listed = await systemd.ListAsync(cancel).ConfigureAwait(false);
        var posture = new HostPosture(
            0,
            KernelFacts.Read(host),
            NetworkFacts.Read(host),
            RootFacts.Read(host),
            FirmwareFacts.Read(host),
            Screens(host),
            PartitionFacts.Read(host),
            listed.ExitCode == 0 ? UnitList.Parse(listed.Text) : [],
            ProcessFacts.Read(host));
        return posture with { CollectionSeconds = Math.Round(Stopwatch.GetElapsedTime(begun).TotalSeconds, 2) };
    }

    private static IReadOnlyList<string> Screens(HostTree host) =>
    [
        .. DrawingFolders.SelectMany(folder => host.Names(folder).Select(name => $"/{folder}/{name}")),
        .. host.Names("dev").Where(name => name.StartsWith("fb", StringComparison.Ordinal)).Select(name => $"/dev/{name}"),
    ];
}
