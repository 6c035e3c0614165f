// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The base that all VMs share.</summary>
public sealed record GuestPlan
{
    /// <summary>The Debian package whose dependency is the kernel, or Debian's source of one: <see cref="KernelSource"/>.</summary>
    public required string KernelPackage { get; init; }

    /// <summary>What the kernel is compiled of, before <see cref="VmPlan.KernelFragments"/>; read only where <see cref="KernelPackage"/> is a source.</summary>
    public required ImmutableArray<string> KernelFragments { get; init; }

    /// <summary>Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }
}
