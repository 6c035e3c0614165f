// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Rpc;

/// <summary>Who may call what: what no rule allows is refused.</summary>
public sealed record CallPolicy(ImmutableArray<CallRule> Rules)
{
    /// <param name="caller">The name in the caller's certificate.</param>
    /// <param name="method">By its short name: <c>Guest/GetStatus</c>.</param>
    public bool Allows(string caller, string method) => Rules.Any(rule => rule.Caller == caller && rule.Covers(method));
}
