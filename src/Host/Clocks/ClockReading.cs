// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Clocks;

/// <summary>What a VM's clock was found to be.</summary>
/// <param name="Offset">How far it is ahead of the host's.</param>
/// <param name="Uncertainty">By how much that may be wrong: half of what asking took.</param>
internal sealed record ClockReading(TimeSpan Offset, TimeSpan Uncertainty);
