// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>The running kernel.</summary>
/// <param name="Release">As of uname: <c>6.12.48-ghaf</c>.</param>
/// <param name="CommandLine">As the boot loader gave it.</param>
/// <param name="Parameters">All that a file in <c>/etc/sysctl.d</c> sets.</param>
/// <param name="Modules">Those that are loaded; null for a kernel that cannot load any.</param>
/// <param name="Lockdown"><c>none</c>, <c>integrity</c> or <c>confidentiality</c>; null for a kernel without.</param>
public sealed record KernelPosture(
    string Release,
    string CommandLine,
    IReadOnlyList<KernelParameter> Parameters,
    IReadOnlyList<string>? Modules = null,
    string? Lockdown = null);
