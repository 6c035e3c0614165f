// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Kernels;

/// <summary>Something that the hardening checker wants otherwise.</summary>
/// <param name="Type"><c>kconfig</c>, <c>cmdline</c> or <c>sysctl</c>.</param>
/// <param name="Result">In the checker's words.</param>
/// <param name="Reason">Why it is accepted; null if nobody says.</param>
internal sealed record FailureReport(string Option, string Type, string Wanted, string Result, string? Reason);
