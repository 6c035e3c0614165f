// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The base that all VMs share.</summary>
public sealed record GuestPlan
{
    /// <summary>The Debian package whose dependency is the kernel.</summary>
    public required string KernelPackage { get; init; }

    /// <summary>Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }
}
