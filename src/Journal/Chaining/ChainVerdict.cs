// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Journal;

/// <summary>What became of a chain.</summary>
/// <param name="First">The sequence of its first record; what was before has made room. 0 when there is none.</param>
/// <param name="Last">The sequence of its last record, 0 when there is none.</param>
/// <param name="Anchors">How many anchors it agrees with.</param>
/// <param name="Faults">A sentence each, without a full stop; none when it holds.</param>
public sealed record ChainVerdict(ulong First, ulong Last, int Anchors, IReadOnlyList<string> Faults);
