// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Control;
using Ghaf.Host.Units;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>Has the host's posture found out when the VMs have come up, so that it keeps none of them waiting, and reports it.</summary>
internal sealed class ReportPosture(DeviceWatch watch, ISystemd systemd, StandingReports standing, TimeProvider time, Log log)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // A VM that never comes up must not keep the host silent.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Does not end by itself.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var begun = time.GetTimestamp();
        for (var status = watch.Snapshot(); !HasSettled(status) && time.GetElapsedTime(begun) < Patience; status = watch.Snapshot())
        {
            await watch.WaitForChangeAsync(status.Version, Glance, cancel).ConfigureAwait(false);
        }

        await ReportAsync(CollectPosture.ReportFile, cancel).ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
    }

    public async Task ReportAsync(string file, CancellationToken cancel)
    {
        var done = await systemd.DoAsync("start", CollectPosture.Unit, Limit, cancel).ConfigureAwait(false);
        var reason = done.Text.Trim();
        if (done.ExitCode == 0 && Read(file, out reason) is { } posture)
        {
            log.Write($"The host's posture is known after {posture.CollectionSeconds:0.0} s.");
            standing.Add(new DeviceReport(Posture: posture));
        }
        else
        {
            log.Write($"The host's posture is not known: {reason}");
        }
    }

    private static HostPosture? Read(string file, out string reason)
    {
        try
        {
            _ = ProtocolLine.TryRead(File.ReadAllBytes(file), ProtocolJson.Default.HostPosture, out var posture, out var why);
            reason = why ?? "";
            return posture;
        }
        catch (IOException e)
        {
            reason = e.Message;
            return null;
        }
    }

    private static bool HasSettled(DeviceStatus status) =>
        status.Vms.Count > 0 && status.Vms.All(vm => vm.State is VmState.Ready or VmState.Failed);
}
