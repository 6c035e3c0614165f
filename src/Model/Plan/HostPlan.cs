// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The host's root file system and command line.</summary>
public sealed record HostPlan
{
    /// <summary>The Debian package whose dependency is the kernel, or Debian's source of one: <see cref="KernelSource"/>.</summary>
    public required string KernelPackage { get; init; }

    /// <summary>What a kernel is compiled of; a later one wins. Read only where <see cref="KernelPackage"/> is a source.</summary>
    public required ImmutableArray<string> KernelFragments { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    /// <summary>Those that find the disk, before there is a root file system; beside those that every root needs.</summary>
    public ImmutableArray<string> BootModules { get; init => field = value.IsDefault ? [] : value; } = [];

    public required ImmutableArray<string> KernelArguments { get; init; }

    /// <summary>Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<FilePlan> Files { get; init; }

    /// <summary>Whether the image has only <see cref="KeptFiles"/> of the configured packages.</summary>
    public bool Reduced { get; init; }

    /// <summary>What a reduced host has of its packages; sorted. The libraries that these load come with them.</summary>
    public ImmutableArray<string> KeptFiles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is kept back from the VMs.</summary>
    public required ByteSize ReservedMemory { get; init; }
}
