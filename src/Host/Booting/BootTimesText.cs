// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Protocol;

namespace Ghaf.Host.Booting;

/// <summary>
/// The moments that systemd keeps of a start, in microseconds: those of firmware and loader count backwards from the kernel's
/// beginning, the others forwards. A moment that is not known is 0.
/// </summary>
internal static class BootTimesText
{
    public const string Properties =
        "FirmwareTimestampMonotonic,LoaderTimestampMonotonic,InitRDTimestampMonotonic,UserspaceTimestampMonotonic,FinishTimestampMonotonic";

    /// <returns>Null while the start is not over.</returns>
    public static BootTimes? Parse(string text)
    {
        var moments = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture) / 1e6);
        double Moment(string name) => moments.GetValueOrDefault(name + "TimestampMonotonic");

        var (firmware, loader, initrd) = (Moment("Firmware"), Moment("Loader"), Moment("InitRD"));
        var (userspace, finish) = (Moment("Userspace"), Moment("Finish"));
        return finish == 0
            ? null
            : new BootTimes(
                Seconds(initrd > 0 ? initrd : userspace),
                Seconds(finish - userspace),
                firmware > 0 ? Seconds(firmware - loader) : null,
                loader > 0 ? Seconds(loader) : null,
                initrd > 0 ? Seconds(userspace - initrd) : null);
    }

    private static double Seconds(double value) => Math.Round(value, 2);
}
