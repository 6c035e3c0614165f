// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What a VM's own files may depend on.</summary>
/// <param name="Name">The VM's name.</param>
/// <param name="UplinkDriver">The kernel driver of its uplink, or null when it has none or it is not known.</param>
/// <param name="Serves">The links to the VMs whose gateway it is, in the order of their declaration.</param>
/// <param name="Uplink">The link to its own gateway, or null when it has none.</param>
/// <param name="Openings">The ports of it that others on its links may reach.</param>
/// <param name="Volumes">Its storage; each is a disk whose serial number is the volume's name.</param>
/// <param name="Callers">Which other VMs may call which of its methods.</param>
/// <param name="Calls">What it may call of the host and of others.</param>
/// <param name="Applications">What may be started in it.</param>
public sealed record VmContext(
    string Name,
    string? UplinkDriver,
    ImmutableArray<LinkPlan> Serves,
    LinkPlan? Uplink,
    ImmutableArray<FirewallOpening> Openings,
    ImmutableArray<Volume> Volumes,
    ImmutableArray<AllowedCaller> Callers,
    ImmutableArray<AllowedCall> Calls,
    ImmutableArray<Application> Applications);
