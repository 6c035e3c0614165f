// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Something that kernel-hardening-checker asks for and a device does without, and why.</summary>
/// <param name="System"><c>host</c>, <c>guest</c> for every VM, or <c>all</c>.</param>
/// <param name="Place">File and line.</param>
public sealed record AcceptedFailure(string System, string Option, string Reason, string Place)
{
    /// <param name="system"><c>host</c> or <c>guest</c>.</param>
    public bool IsFor(string system) => System == AcceptedFailures.All || System == system;
}
