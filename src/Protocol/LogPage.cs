// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>Lines of the collected logs, by time.</summary>
/// <param name="Positions">By source, up to where was looked: the next query's <see cref="LogQuery.After"/>.</param>
/// <param name="Truncated">Whether there was no room for all that was asked for.</param>
public sealed record LogPage(IReadOnlyList<LogLine> Lines, IReadOnlyDictionary<string, ulong> Positions, bool Truncated);
