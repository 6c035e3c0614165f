// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Reporting;

/// <param name="GivenBytes">The guest's memory.</param>
/// <param name="UsedBytes">What its unit uses on the host, hypervisor included, as its control group counts; null: not known.</param>
/// <param name="BootSeconds">From the start of its unit until it was ready.</param>
internal sealed record VmResult(string Name, long GivenBytes, long? UsedBytes, double? BootSeconds);
