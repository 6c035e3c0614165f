// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What all VMs share: composed once, so that no VM can be without a part of it.</summary>
internal sealed record ComposedGuest
{
    public required string? Kernel { get; init; }

    public required ImmutableArray<string> KernelFragments { get; init; }

    public required ImmutableArray<string> Packages { get; init; }

    public static ComposedGuest Resolve(Resolution settings) => new()
    {
        Kernel = settings.Get(SystemKeys.Kernel),
        KernelFragments = settings.Get(SystemKeys.KernelFragments),
        Packages = settings.Get(SystemKeys.Packages),
    };
}
