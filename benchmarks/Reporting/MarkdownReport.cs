// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Benchmarks.Runs;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>Results as tables for people.</summary>
internal static class MarkdownReport
{
    private const int MostSteps = 12;

    public static string Of(BenchmarkReport report)
    {
        var page = new StringBuilder();
        var machine = report.Machine;
        page.Append("# Benchmarks\n\n| | |\n|---|---|\n");
        Row(page, "Date", machine.Date.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Row(page, "Processor", $"{machine.Processor}, {machine.Cores} cores");
        Row(page, "Kernel", machine.Kernel);
        Row(page, "Load before", Text(machine.LoadBefore));
        Row(page, "Ghaf", $"{machine.Commit}, .NET {machine.DotNet}");
        if (report.Comparison is { } comparison)
        {
            Row(page, "Peer", $"{comparison.MkosiVersion}; QEMU {comparison.EmulatorVersion}");
            AddComparison(page, comparison);
        }

        if (report.Devices.Count > 0)
        {
            page.Append(DeviceTable.Of(report.Devices));
        }

        if (report.Plan is { } plan)
        {
            page.Append(PlanTable.Of(plan));
        }

        if (report.GuestBoot is { } guestBoot)
        {
            page.Append(GuestBootTable.Of(guestBoot));
        }

        return page.ToString();
    }

    private static void AddComparison(StringBuilder page, ComparisonResult result)
    {
        page.Append("\n## One bootable disk of the same packages\n\nSeconds: wall clock (of all processors).\n\n");
        page.Append("| Measure | Ghaf | mkosi | Ratio of wall | Ratio of processors | Target | Reached |\n");
        page.Append("|---|---:|---:|---:|---:|---:|---|\n");
        foreach (var measure in result.Measures)
        {
            Row(
                page, measure.Name, Both(measure.Ghaf.Wall, measure.Ghaf.Processor), Both(measure.Peer.Wall, measure.Peer.Processor),
                Ratio(measure.WallRatio), Ratio(measure.ProcessorRatio), measure.TargetText, measure.Reached ? "yes" : "**no**");
        }

        page.Append("\n| | Ghaf | mkosi |\n|---|---:|---:|\n");
        Row(page, "Disk image", MiB(result.GhafDisk.Bytes), MiB(result.MkosiDisk.Bytes));
        Row(page, "Disk image without holes", MiB(result.GhafDisk.Stored), MiB(result.MkosiDisk.Stored));
        Row(page, "Login prompt in the emulator", Seconds(result.GhafBootSeconds), Seconds(result.MkosiBootSeconds));
        AddSteps(page, "Slowest steps of our full build", result.SlowestSteps);
    }

    private static void AddSteps(StringBuilder page, string title, IReadOnlyList<StepTime> steps)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n| {title} | Seconds |\n|---|---:|\n");
        foreach (var step in steps.Take(MostSteps))
        {
            Row(page, step.Title, Text(step.Seconds));
        }
    }

    private static void Row(StringBuilder page, params ReadOnlySpan<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Both(double wall, double processor) => $"{Text(wall)} ({Text(processor)})";

    private static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Ratio(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Seconds(double? seconds) => seconds is { } known ? Text(known) + " s" : "–";

    private static string MiB(long bytes) => Text(bytes / 1048576.0) + " MiB";
}
