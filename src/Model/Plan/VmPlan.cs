// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Serialization;

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

    public required Hypervisor Hypervisor { get; init; }

    /// <summary>The machine that QEMU makes up; the other hypervisors have one each and do not read this.</summary>
    public required MachineType Machine { get; init; }

    /// <summary>More of the hypervisor's command line.</summary>
    public ImmutableArray<HypervisorArgument> HypervisorArguments { get; init; } = [];

    /// <summary>Where it is reached from its gateway; null when it has none.</summary>
    public required IPAddress? Address { get; init; }

    /// <summary>The VM at the other end of its cable outside, which routes; null when it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VmName? Gateway { get; init; }

    /// <summary>Which of its devices leads outside; null when none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Uplink { get; init; }

    /// <summary>Whether it routes for others: every gateway does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Routes { get; init; }

    /// <summary>The Debian package whose dependency is the kernel, or Debian's source of one.</summary>
    public required string KernelPackage { get; init; }

    /// <summary>What it needs in the guests' kernel beyond the base's, if that is compiled.</summary>
    public required ImmutableArray<string> KernelFragments { get; init; }

    public required ImmutableArray<string> KernelModules { get; init; }

    public required ImmutableArray<string> KernelArguments { get; init; }

    /// <summary>Everything beyond the guests' base. Sorted, without doubles.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    public required ImmutableArray<PassthroughPlan> Devices { get; init; }

    public ImmutableArray<Share> Shares { get; init; } = [];

    public ImmutableArray<Volume> Volumes { get; init; } = [];

    /// <summary>Whether it has a TPM of its own, emulated by the host.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tpm { get; init; }

    /// <summary>Whether something of it outlives its restarts: then the host has encrypted storage.</summary>
    [JsonIgnore]
    public bool KeepsState => !Volumes.IsEmpty || Tpm;

    public ImmutableArray<FirewallOpening> Openings { get; init; } = [];

    public ImmutableArray<AllowedCall> Calls { get; init; } = [];

    public ImmutableArray<Application> Applications { get; init; } = [];

    /// <summary>Programs of ours beside its agent.</summary>
    public ImmutableArray<OwnProgram> Programs { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Colour? BorderColour { get; init; }

    /// <summary>VMs that start before it: its gateway, and those that its definition names.</summary>
    public ImmutableArray<VmName> StartAfter { get; init; } = [];

    public required ImmutableArray<FilePlan> Files { get; init; }
}
