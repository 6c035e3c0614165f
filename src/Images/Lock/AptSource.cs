// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>One suite of a repository that packages are chosen from.</summary>
/// <param name="Repository"><c>debian</c> or <c>debian-security</c>.</param>
/// <param name="Suite">For example <c>trixie-security</c>.</param>
/// <param name="Component">For example <c>main</c>.</param>
public sealed record AptSource(string Repository, string Suite, string Component);
