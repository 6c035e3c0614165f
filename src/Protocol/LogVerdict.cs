// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>What became of the logs of one source since they were stored.</summary>
/// <param name="First">The number of the oldest line; older ones have made room. 0 when there is none.</param>
/// <param name="Last">The number of the newest line, 0 when there is none.</param>
/// <param name="Anchors">With how many of the hashes that the host keeps they agree.</param>
/// <param name="Faults">What was changed, taken out or put in, a sentence each.</param>
public sealed record LogVerdict(string Source, ulong First, ulong Last, int Anchors, IReadOnlyList<string> Faults);
