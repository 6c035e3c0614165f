// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Measuring;

/// <summary>All runs of one measure.</summary>
/// <param name="Name">For people: <c>full build</c>.</param>
internal sealed record Samples(string Name, IReadOnlyList<Timing> Runs)
{
    public double Wall => Median(Runs.Select(run => run.Wall));

    public double Processor => Median(Runs.Select(run => run.Processor));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
