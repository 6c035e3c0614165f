// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Measuring;

/// <summary>All runs of one short command.</summary>
/// <param name="Name">The command, for people: <c>git status</c>.</param>
internal sealed record Footprints(string Name, IReadOnlyList<Footprint> Runs)
{
    /// <summary>Median seconds on the wall clock and of processors.</summary>
    public Samples Timings => new(Name, [.. Runs.Select(run => run.Timing)]);

    public long PeakBytes => Runs.Max(run => run.PeakBytes);
}
