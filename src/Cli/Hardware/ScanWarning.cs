// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>Something about a machine that will not work as it is.</summary>
/// <param name="What">A sentence.</param>
/// <param name="Mend">A sentence that says what to do about it.</param>
internal sealed record ScanWarning(string What, string Mend);
