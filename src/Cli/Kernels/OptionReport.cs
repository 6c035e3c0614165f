// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Kernels;

/// <summary>An option of a kernel's configuration.</summary>
/// <param name="Value"><c>n</c> if a fragment says that it is not set.</param>
/// <param name="Fragment">Whose word it is; null for what follows from others or is the kernel's default.</param>
/// <param name="Line">In the fragment; 0 for none.</param>
internal sealed record OptionReport(string Option, string Value, string? Fragment, int Line);
