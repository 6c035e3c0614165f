// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Kernels;

/// <summary>A kernel that <c>ghaf kernel build</c> made.</summary>
/// <param name="System"><c>host</c> or <c>guest</c>.</param>
/// <param name="Image">Its path in the store.</param>
/// <param name="Release">As it calls itself.</param>
/// <param name="Seconds">Wall-clock time; next to nothing if it was in the store.</param>
internal sealed record KernelReport(string System, string Image, string Release, long Bytes, double Seconds);
