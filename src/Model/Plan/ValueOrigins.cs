// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Who set a value.</summary>
/// <param name="Of">The value's path: <c>net-vm.memory</c>, <c>net-vm.packages[nftables]</c>.</param>
/// <param name="Chain">The setting that holds first, then what it overrode, the strongest first.</param>
public sealed record ValueOrigins(string Of, ImmutableArray<OriginPlan> Chain);
