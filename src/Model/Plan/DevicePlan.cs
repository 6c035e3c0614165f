// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>
/// A sealed device: complete, immutable, and the only thing that builder, runners and host daemon read. Its file is
/// canonical JSON, so that equal plans are equal bytes.
/// </summary>
public sealed record DevicePlan
{
    /// <summary>The version of this format.</summary>
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary>Device and profile, for example <c>vm-debug</c>.</summary>
    public required string Target { get; init; }

    public required string Device { get; init; }

    public required string Profile { get; init; }

    /// <summary>The Debian release.</summary>
    public required string Suite { get; init; }

    public required HardwarePlan Hardware { get; init; }

    public required HostPlan Host { get; init; }

    public required GuestPlan Guest { get; init; }

    /// <summary>In the order in which they start.</summary>
    public required ImmutableArray<VmPlan> Vms { get; init; }

    public required ImmutableArray<LinkPlan> Links { get; init; }

    /// <summary>Whether the image has a door for development.</summary>
    public required bool DebugAccess { get; init; }
}
