// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>All results of one call, as they are kept.</summary>
internal sealed record BenchmarkReport(
    MachineFacts Machine, ComparisonResult? Comparison, IReadOnlyList<DeviceResult> Devices, PlanResult? Plan, GuestBootResult? GuestBoot)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>The name of both files without their endings.</returns>
    public async Task<string> SaveAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var name = FormattableString.Invariant($"{Machine.Date:yyyy-MM-dd-HHmm}-{Machine.Commit}");
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file + ".json", JsonSerializer.Serialize(this, Indented) + "\n", cancellation);
        await File.WriteAllTextAsync(file + ".md", MarkdownReport.Of(this), cancellation);
        return file;
    }
}
