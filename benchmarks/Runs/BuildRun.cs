// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Measuring;

namespace Ghaf.Benchmarks.Runs;

/// <param name="Disk">The image in the store.</param>
/// <param name="Steps">The slowest first. They overlap: their sum is more than the whole.</param>
internal sealed record BuildRun(Timing Timing, string Disk, IReadOnlyList<StepTime> Steps);
