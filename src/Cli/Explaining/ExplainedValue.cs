// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>A value of a plan and who set it.</summary>
/// <param name="Path">Such as <c>net-vm.memory</c>.</param>
/// <param name="Value">As in the plan's JSON; null for an element that was taken out.</param>
/// <param name="Chain">The setting that holds first, then what it overrode. Empty in a plan that another tool made.</param>
internal sealed record ExplainedValue(string Path, string? Value, ImmutableArray<OriginPlan> Chain);
