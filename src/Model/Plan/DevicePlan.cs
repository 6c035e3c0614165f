// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>
/// A sealed device: complete, immutable, and the only thing that builder, runners and host daemon read. Its file is
/// canonical JSON, so that equal plans are equal bytes.
/// </summary>
public sealed record DevicePlan
{
    /// <summary>The version of this format.</summary>
    public const int CurrentSchema = 2;

    public required int Schema { get; init; }

    /// <summary>Device, variant, profile and output, for example <c>vm-debug</c> or <c>vm-headless-release-installer</c>.</summary>
    public required string Target { get; init; }

    public required string Device { get; init; }

    /// <summary>Which of the device's VMs are there: <c>default</c>, <c>headless</c>, …</summary>
    public required string Variant { get; init; }

    public required string Profile { get; init; }

    /// <summary>What is built: <c>image</c>, <c>installer</c>, <c>flash-script</c>.</summary>
    public required string Output { get; init; }

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

    /// <summary>Who set each value, by path. Nothing is built from them; a plan made by another tool may have none.</summary>
    public ImmutableArray<ValueOrigins> Origins { get; init; } = [];

    /// <summary>The cables over which a VM's packets go outside: its own first, that of the VM with the uplink last.</summary>
    public ImmutableArray<LinkPlan> WayOut(VmName vm) =>
        Links.FirstOrDefault(link => link.Client == vm) is { } own ? [own, .. WayOut(own.Gateway)] : [];

    /// <summary>Every device that a VM gets, with that VM.</summary>
    [JsonIgnore]
    public IEnumerable<(VmPlan Vm, PassthroughPlan Device)> Passthrough =>
        Vms.SelectMany(vm => vm.Devices.Select(device => (vm, device)));
}
