// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>A call that is allowed.</summary>
/// <param name="Caller">The name in the caller's certificate.</param>
/// <param name="Method">Service and method, <c>Applications/Start</c>, or all of a service, <c>Applications/*</c>.</param>
public sealed record CallRule(string Caller, string Method)
{
    /// <param name="method">By its short name: <c>Guest/GetStatus</c>.</param>
    public bool Covers(string method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Method == method
            || (Method.EndsWith("/*", StringComparison.Ordinal) && method.StartsWith(Method[..^1], StringComparison.Ordinal));
    }
}
