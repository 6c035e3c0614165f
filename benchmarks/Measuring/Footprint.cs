// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Measuring;

/// <summary>What one run of a short command took.</summary>
/// <param name="Timing">How long.</param>
/// <param name="PeakBytes">The most memory that the largest of its processes had resident.</param>
internal sealed record Footprint(Timing Timing, long PeakBytes);
