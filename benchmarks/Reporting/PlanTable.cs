// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Ghaf.Benchmarks.Measuring;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>The part of the page about <c>ghaf plan</c>.</summary>
internal static class PlanTable
{
    public static string Of(PlanResult result)
    {
        var table = new StringBuilder(
            "\n## ghaf plan\n\nMilliseconds: wall clock (of all processors). Memory: the most that one process had resident.\n\n");
        table.Append("| Measure | Command | ms | Memory | Ghaf's share of wall | Target | Reached |\n|---|---|---:|---:|---:|---|---|\n");
        foreach (var measure in result.Measures)
        {
            Row(table, measure.Name, measure.Ghaf, "", Target(measure), measure.Reached ? "yes" : "**no**");
            foreach (var peer in measure.Peers)
            {
                Row(table, "", peer, Text(measure.RatioTo(peer), "0.000"), "", "");
            }
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, Footprints command, string ratio, string target, string reached) =>
        table.AppendJoin(" | ",
        [
            "| " + name, command.Name, $"{Milliseconds(command.Timings.Wall)} ({Milliseconds(command.Timings.Processor)})",
            MiB(command.PeakBytes), ratio, target, reached + " |\n",
        ]);

    private static string Target(PlanMeasure measure) =>
        $"< {Milliseconds(measure.MostSeconds)} ms" + (measure.MostBytes is { } bytes ? $", ≤ {MiB(bytes)}" : "");

    private static string Milliseconds(double seconds) => Text(seconds * 1000, "0");

    private static string MiB(long bytes) => Text(bytes / 1048576.0, "0.0") + " MiB";

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
