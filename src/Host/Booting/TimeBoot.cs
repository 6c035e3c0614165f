// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Units;

namespace Ghaf.Host.Booting;

/// <summary>Asks systemd how long the host's start took, once it is over.</summary>
internal sealed class TimeBoot(DeviceWatch watch, ISystemd systemd, TimeProvider time, Log log)
{
    // Each question is a process; the start has other things to do.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(Pause, time, cancel).ConfigureAwait(false);
            var answer = await systemd.ManagerAsync(BootTimesText.Properties, cancel).ConfigureAwait(false);
            if (answer.ExitCode != 0)
            {
                log.Write($"systemd does not say how long the start took: {answer.Text.Trim()}");
                break;
            }

            if (BootTimesText.Parse(answer.Text) is { } boot)
            {
                watch.Take(boot);
                break;
            }
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancel).ConfigureAwait(false);
    }
}
