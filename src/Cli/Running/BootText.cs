// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>How the time of a host's start was spent, in words.</summary>
internal static class BootText
{
    public static string Of(BootTimes boot)
    {
        var parts = (((string Name, double? Seconds)[])
            [("firmware", boot.Firmware), ("loader", boot.Loader), ("kernel", boot.Kernel), ("initrd", boot.Initrd), ("userspace", boot.Userspace)])
            .Where(part => part.Seconds is not null).ToList();
        return $"started in {Amounts.Of(TimeSpan.FromSeconds(parts.Sum(part => part.Seconds!.Value)))}: "
            + string.Join(", ", parts.Select(part => $"{part.Name} {Amounts.Of(TimeSpan.FromSeconds(part.Seconds!.Value))}"));
    }
}
