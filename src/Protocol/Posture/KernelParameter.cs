// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>A sysctl.</summary>
/// <param name="Name">With points: <c>kernel.kptr_restrict</c>.</param>
/// <param name="Wanted">What the file says.</param>
/// <param name="Value">What the kernel says; null when it has no such parameter.</param>
public sealed record KernelParameter(string Name, string Wanted, string? Value = null);
