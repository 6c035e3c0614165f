// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>One suite of a repository that packages are chosen from.</summary>
/// <param name="Repository"><c>debian</c> or <c>debian-security</c>.</param>
/// <param name="Suite">For example <c>trixie-security</c>.</param>
/// <param name="Component">For example <c>main</c>.</param>
public sealed record AptSource(string Repository, string Suite, string Component)
{
    /// <summary>
    /// Whether it gives only what a request asks of it by name, as in <c>kernel-hardening-checker/forky</c>: no other package is
    /// chosen from it, and its dates mean nothing to builds. Default: no.
    /// </summary>
    public bool IsForTools { get; init; }

    /// <summary>Whether a request asks for a package of this suite.</summary>
    internal bool IsAskedBy(IReadOnlyCollection<string> request) =>
        request.Any(name => name.EndsWith($"/{Suite}", StringComparison.Ordinal));
}
