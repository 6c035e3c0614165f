// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>
/// A whole device. Inert: nothing happens until it is sealed. Its own settings (<c>OnHost</c>, <c>OnAllVms</c>, <c>OnVm</c>)
/// are of the user's layer. Its targets are all combinations of its variants, profiles and outputs.
/// </summary>
public sealed record DeviceSpec : Contribution<DeviceSpec>
{
    public DeviceSpec(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Name = name;
        Location = SourceLocation.FromCaller(file, line);
    }

    public string Name { get; }

    /// <summary>What people call it. Default: the name.</summary>
    public string? Title { get; init; }

    public required HardwareSpec Hardware { get; init; }

    public required HostSpec Host { get; init; }

    /// <summary>The common base of all VMs.</summary>
    public required GuestSpec Guest { get; init; }

    public ImmutableArray<VmSpec> Vms { get; init; } = [];

    public ImmutableArray<FeatureSpec> Features { get; init; } = [];

    public required ImmutableArray<ProfileSpec> Profiles { get; init; }

    /// <summary>Default: the default variant alone.</summary>
    public ImmutableArray<VariantSpec> Variants { get; init; } = [VariantSpec.Default];

    /// <summary>Default: a disk image alone.</summary>
    public ImmutableArray<OutputSpec> Outputs { get; init; } = [OutputSpec.Image];

    /// <summary>The Debian release. Default: <c>trixie</c>.</summary>
    public string Suite { get; init; } = "trixie";

    internal SourceLocation Location { get; }
}
