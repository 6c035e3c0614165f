// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Benchmarks.Setup;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>Where and with what the figures were measured.</summary>
/// <param name="LoadBefore">Average number of runnable processes in the minute before the first measure.</param>
internal sealed record MachineFacts(
    DateTimeOffset Date, string Processor, int Cores, string Kernel, string Commit, string DotNet, double LoadBefore)
{
    public static async Task<MachineFacts> ReadAsync(Workspace workspace, CancellationToken cancellation)
    {
        var git = Command.Of("git", "-C", workspace.Checkout, "describe", "--always", "--dirty", "--abbrev=12");
        var commit = (await git.RunAsync(cancellation)).Output.Trim();
        var model = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
        var kernel = (await File.ReadAllTextAsync("/proc/sys/kernel/osrelease", cancellation)).Trim();
        var load = (await File.ReadAllTextAsync("/proc/loadavg", cancellation)).Split(' ')[0];
        return new MachineFacts(
            DateTimeOffset.UtcNow, model ?? "unknown", Environment.ProcessorCount, kernel, commit,
            Environment.Version.ToString(), double.Parse(load, CultureInfo.InvariantCulture));
    }
}
