// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Runs;

namespace Ghaf.Benchmarks.Reporting;

internal sealed record ComparisonResult
{
    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>Of our last full build, the slowest first.</summary>
    public required IReadOnlyList<StepTime> SlowestSteps { get; init; }

    public required DiskSize GhafDisk { get; init; }

    public required DiskSize MkosiDisk { get; init; }

    /// <summary>Until the prompt; null: not tried, or it did not come.</summary>
    public required double? GhafBootSeconds { get; init; }

    public required double? MkosiBootSeconds { get; init; }

    public required string MkosiVersion { get; init; }

    public required string EmulatorVersion { get; init; }
}
