// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Guest.Services;

/// <summary>What the kernel says about the VM, read from /proc.</summary>
/// <param name="UptimeSeconds">Of <c>35.12 60.55</c> the first.</param>
/// <param name="LoadAverage">Of <c>0.20 0.18 0.12 1/80 11206</c> the first.</param>
internal sealed record KernelFacts(string BootId, double UptimeSeconds, double LoadAverage, long MemoryTotal, long MemoryAvailable)
{
    /// <param name="proc">Where it is mounted.</param>
    public static KernelFacts Read(string proc)
    {
        var memory = File.ReadAllLines(Path.Combine(proc, "meminfo"));
        return new KernelFacts(
            File.ReadAllText(Path.Combine(proc, "sys/kernel/random/boot_id")).Trim(),
            FirstNumber(Path.Combine(proc, "uptime")),
            FirstNumber(Path.Combine(proc, "loadavg")),
            Bytes(memory, "MemTotal:"),
            Bytes(memory, "MemAvailable:"));
    }

    private static double FirstNumber(string file) =>
        double.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture);

    // MemTotal:         262144 kB
    private static long Bytes(string[] lines, string name) =>
        lines.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) << 10
            : 0;
}
