// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>A whole device. Inert: nothing happens until it is sealed.</summary>
public sealed record DeviceSpec(
    string Name,
    [CallerFilePath] string DeclaredIn = "",
    [CallerLineNumber] int DeclaredAt = 0)
{
    public required HardwareSpec Hardware { get; init; }

    public required HostSpec Host { get; init; }

    /// <summary>The common base of all VMs.</summary>
    public required GuestSpec Guest { get; init; }

    public ImmutableArray<VmSpec> Vms { get; init; } = [];

    public required ImmutableArray<ProfileSpec> Profiles { get; init; }

    /// <summary>The Debian release. Default: <c>trixie</c>.</summary>
    public string Suite { get; init; } = "trixie";

    internal SourceLocation Location => SourceLocation.FromCaller(DeclaredIn, DeclaredAt);
}
