// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Net;

namespace Ghaf.Model;

/// <summary>One virtual machine, with everything the registry gave it.</summary>
public sealed record VmPlan
{
    public required VmName Name { get; init; }

    /// <summary>Its vsock context identifier: by this the host knows who speaks.</summary>
    public required uint Cid { get; init; }

    /// <summary>The host's user, and group, that its hypervisor runs under.</summary>
    public required string User { get; init; }

    /// <summary>The number of that user and group.</summary>
    public required int Uid { get; init; }

    public required ByteSize Memory { get; init; }

    public required int Cores { get; init; }

    /// <summary>Where it is reached from its gateway; null when it has none.</summary>
    public required IPAddress? Address { get; init; }

    /// <summary>Everything beyond the guests' base. Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    public required ImmutableArray<string> KernelArguments { get; init; }

    public required ImmutableArray<PciAddress> Devices { get; init; }

    public required ImmutableArray<FilePlan> Files { get; init; }
}
