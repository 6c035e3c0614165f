// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Measuring;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>One thing that both did.</summary>
/// <param name="Target">The largest share of the peer's wall time that we allow ourselves; null: a second.</param>
internal sealed record Measure(string Name, double? Target, Samples Ghaf, Samples Peer)
{
    public double WallRatio => Ghaf.Wall / Peer.Wall;

    public double ProcessorRatio => Ghaf.Processor / Peer.Processor;

    public bool Reached => Target is { } share ? WallRatio <= share : Ghaf.Wall < 1;

    public string TargetText => Target is { } share ? FormattableString.Invariant($"≤ {share:0.##} of mkosi") : "< 1 s";
}
