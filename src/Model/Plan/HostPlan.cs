// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The host's root file system and command line.</summary>
public sealed record HostPlan
{
    /// <summary>The Debian package whose dependency is the kernel.</summary>
    public required string KernelPackage { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    public required ImmutableArray<string> KernelArguments { get; init; }

    /// <summary>Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<FilePlan> Files { get; init; }

    public required ImmutableArray<PassthroughPlan> Passthrough { get; init; }
}
