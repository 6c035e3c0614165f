// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>What kernel-hardening-checker says of one thing.</summary>
/// <param name="Option"><c>CONFIG_BUG</c>, <c>pti</c>, <c>kernel.dmesg_restrict</c>.</param>
/// <param name="Type"><c>kconfig</c>, <c>cmdline</c> or <c>sysctl</c>.</param>
/// <param name="Wanted">For example <c>y</c>, <c>is not set</c>.</param>
/// <param name="Result">For example <c>OK</c>, <c>FAIL: is not found</c>.</param>
public sealed record HardeningAnswer(string Option, string Type, string Wanted, string Result, bool IsOk);
