// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Native;
using Ghaf.Host.State;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>
/// Reports the device's state to one client of the status port: at once, upon each change, and every 2 seconds; and whatever else
/// the device says of itself, once. Nothing that the client sends is read.
/// </summary>
internal sealed class StatusSession(DeviceWatch watch, StandingReports standing, UnseenRecoveryKey recovery)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HangUpCheck = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);

    /// <summary>Serves until the client is gone, or reads too slowly for 10 seconds.</summary>
    public void Serve(Descriptor port, CancellationToken cancel)
    {
        // The empty line ends what an earlier session may have left half written.
        if (!port.WriteAll("\n"u8, WriteLimit))
        {
            return;
        }

        var told = 0;
        while (!cancel.IsCancellationRequested)
        {
            var status = watch.Snapshot();
            if (!Tell(port, new DeviceReport(status)))
            {
                return;
            }

            for (var all = standing.All; told < all.Count; told++)
            {
                if (!Tell(port, all[told]))
                {
                    return;
                }
            }

            if (recovery.Read() is { } key)
            {
                if (!Tell(port, new DeviceReport(RecoveryKey: key)))
                {
                    return;
                }

                recovery.Forget();
            }

            for (var silent = TimeSpan.Zero; silent < LongestSilence; silent += HangUpCheck)
            {
                if (DevicePort.IsClientAway(port))
                {
                    return;
                }

                var changed = watch.WaitForChangeAsync(status.Version, HangUpCheck, cancel);
                ((IAsyncResult)changed).AsyncWaitHandle.WaitOne();
                if (changed.IsCanceled || watch.Version > status.Version)
                {
                    break;
                }
            }
        }
    }

    private static bool Tell(Descriptor port, DeviceReport report) =>
        port.WriteAll(ProtocolLine.Write(report, ProtocolJson.Default.DeviceReport), WriteLimit);
}
