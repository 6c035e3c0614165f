// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/proc/meminfo</c>.</summary>
internal static class MemoryScan
{
    /// <summary>
    /// What is installed: the kernel says only what firmware, graphics and itself left, so this is the next size that is sold:
    /// a power of two, or that and a quarter or a half of it.
    /// </summary>
    /// <returns>Null if nothing can be read.</returns>
    public static ByteSize? Installed(MachineTree tree)
    {
        // MemTotal:       32498436 kB
        var total = (tree.Read("/proc/meminfo") ?? "").Split('\n').FirstOrDefault(line => line.StartsWith("MemTotal:", StringComparison.Ordinal));
        return total?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var number, ..]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var kib)
            ? RoundUp(new ByteSize(kib << 10))
            : null;
    }

    private static ByteSize RoundUp(ByteSize usable)
    {
        var power = 64.MiB.Bytes;
        while (power * 2 <= usable.Bytes)
        {
            power *= 2;
        }

        return new ByteSize(new[] { power, power / 4 * 5, power / 2 * 3, power * 2 }.First(size => size >= usable.Bytes));
    }
}
