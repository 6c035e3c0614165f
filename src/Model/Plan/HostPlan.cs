// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The host's root file system and command line.</summary>
public sealed record HostPlan
{
    /// <summary>The Debian package whose dependency is the kernel.</summary>
    public required string KernelPackage { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    /// <summary>Those that find the disk, before there is a root file system; beside those that every root needs.</summary>
    public ImmutableArray<string> BootModules { get; init; } = [];

    public required ImmutableArray<string> KernelArguments { get; init; }

    /// <summary>Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<FilePlan> Files { get; init; }

    /// <summary>What is kept back from the VMs.</summary>
    public required ByteSize ReservedMemory { get; init; }
}
