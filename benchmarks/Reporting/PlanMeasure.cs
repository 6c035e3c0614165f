// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Measuring;

namespace Ghaf.Benchmarks.Reporting;

/// <summary>One thing that <c>ghaf plan</c> did, and other commands as a scale.</summary>
/// <param name="MostSeconds">What we allow ourselves on the wall clock.</param>
/// <param name="MostBytes">And of memory; null: whatever the compiler needs.</param>
internal sealed record PlanMeasure(
    string Name, double MostSeconds, long? MostBytes, Footprints Ghaf, IReadOnlyList<Footprints> Peers)
{
    public bool Reached => Ghaf.Timings.Wall < MostSeconds && !(Ghaf.PeakBytes > MostBytes);

    public double RatioTo(Footprints peer) => Ghaf.Timings.Wall / peer.Timings.Wall;
}
