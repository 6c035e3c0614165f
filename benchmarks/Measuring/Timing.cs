// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Measuring;

/// <summary>What one run of a command took.</summary>
/// <param name="Wall">Seconds on the wall clock: what a user waits. Depends on what else the machine does.</param>
/// <param name="Processor">Seconds of all processors, of the command and all it started: hardly depends on that.</param>
internal sealed record Timing(double Wall, double Processor);
